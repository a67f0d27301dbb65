import { join } from 'node:path';
import { meanProbabilities } from '@ser/classifiers';
import { sourceOf } from '@ser/datasets';
import type { Recipe } from '@ser/experiments';
import {
  augment,
  type ClipPrediction,
  extract,
  type ExtractedClips,
  fit,
  type Fitted,
  type Listing,
  predict,
  scan,
} from '@ser/experiments/steps';
import type { Engine } from '@ser/models';
import { corporaFolder } from '../corporaFolder.js';

/** The corpora that are left out one at a time. */
export const testCorpora = ['ravdess', 'emodb', 'nemo', 'tess', 'emovo'] as const;

type Member = Recipe['members'][number];

/** A clip as a model recognizes it that was trained on the other corpora. */
export interface HeldOutClip extends ClipPrediction {
  /** The normalized features of the first member, `[nFeatures]`. */
  readonly row: Float32Array;
}

export interface HeldOutOptions {
  readonly engine: Engine;
  /** Folder for features. @default not kept */
  readonly cache?: string | undefined;
  /** Called after each corpus. */
  readonly onCorpus?: (corpus: string) => void;
}

/** All clips of the test corpora, each recognized by a recipe that was trained on the four other corpora. */
export async function heldOutClips(
  { members, labels, seed }: Pick<Recipe, 'members' | 'labels' | 'seed'>,
  { engine, cache, onCorpus }: HeldOutOptions,
): Promise<readonly HeldOutClip[]> {
  const pools = await poolsOf(await listClips(labels), { members, seed, cache });
  const clips: HeldOutClip[] = [];
  for (const corpus of testCorpora) {
    clips.push(...(await testOn(corpus, pools, { members, labels, seed, engine })));
    onCorpus?.(corpus);
  }
  return clips;
}

/** Every fourth clip of TESS is used: each of its two speakers has as many clips as 27 of RAVDESS. */
async function listClips(labels: readonly string[]): Promise<Listing> {
  const data = testCorpora.map((corpus) => ({ corpus, folder: join(corporaFolder(), corpus) }));
  const { utterances, ...rest } = await scan({ corpora: testCorpora, labels, data });
  const tess = utterances.filter(({ corpus }) => corpus === 'tess');
  const chosen = new Set(tess.filter((_, i) => i % 4 === 0));
  return { ...rest, utterances: utterances.filter((one) => one.corpus !== 'tess' || chosen.has(one)) };
}

/** All clips and their copies; members with the same features and copies share them. */
async function poolsOf(
  listing: Listing,
  { members, seed, cache }: Pick<Recipe, 'members' | 'seed'> & Pick<HeldOutOptions, 'cache'>,
): Promise<ReadonlyMap<string, ExtractedClips>> {
  const kept = cache === undefined ? {} : { cache };
  const pools = new Map<string, ExtractedClips>();
  for (const member of members) {
    const { features, augmentation } = member;
    if (pools.has(keyOf(member))) continue;
    const clips = await extract(listing, { features, ...kept });
    const rows = [...clips.utterances.keys()];
    pools.set(keyOf(member), await augment(listing, clips, { augmentation, features, seed, rows, ...kept }));
  }
  return pools;
}

function keyOf({ features, augmentation }: Member): string {
  return JSON.stringify([features, augmentation]);
}

/** The predictions for a corpus of a model that was trained on the others. */
async function testOn(
  corpus: string,
  pools: ReadonlyMap<string, ExtractedClips>,
  {
    members,
    labels,
    seed,
    engine,
  }: Pick<Recipe, 'members' | 'labels' | 'seed'> & { readonly engine: Engine },
): Promise<readonly HeldOutClip[]> {
  const each: (readonly HeldOutClip[])[] = [];
  for (const member of members) {
    const pool = pools.get(keyOf(member))!;
    const rows = [...pool.utterances.keys()];
    const isTested = (row: number) => pool.utterances[row]!.corpus === corpus;
    const train = rows.filter((row) => !isTested(row));
    const test = rows.filter(
      (row) => isTested(row) && sourceOf(pool.utterances[row]!.id) === pool.utterances[row]!.id,
    );
    const fitted = await fit(pool, member, { train, labels, seed, engine });
    const predictions = await predict(pool, fitted, { test, labels, fold: corpus });
    each.push(predictions.map((one, i) => ({ ...one, row: normalizedRow(pool, test[i]!, fitted) })));
    fitted.classifier.dispose();
  }
  const weights = members.map(({ weight }) => weight);
  return each[0]!.map((first, i) => ({
    ...first,
    probabilities: meanProbabilities(
      each.map((ofMember) => ofMember[i]!.probabilities),
      weights,
    ),
  }));
}

function normalizedRow(
  { data, nFrames = 1, nFeatures, names }: ExtractedClips,
  row: number,
  { normalizer }: Fitted,
): Float32Array {
  const size = nFrames * nFeatures;
  const features = { data: data.slice(row * size, (row + 1) * size), nFrames, nFeatures, names };
  return Float32Array.from(normalizer.of(row).apply(features).data);
}
