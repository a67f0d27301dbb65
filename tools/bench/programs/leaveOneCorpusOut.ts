/**
 * Tests a recipe on each of five corpora in `SER_CORPORA` with a model that was trained on the four others, without
 * adaptation and in sessions, balanced and skewed. Every fourth clip of TESS is used: each of its two speakers has as many
 * clips as 27 of RAVDESS.
 *
 *     tsx --conditions=@ser/source programs/leaveOneCorpusOut.ts RECIPE [FOLDER FOR FEATURES]
 */
import { join } from 'node:path';
import { findRecipe, type Recipe } from '@ser/experiments';
import {
  type ClipPrediction,
  type ExtractedClips,
  augment,
  enrollment,
  extract,
  fit,
  type Listing,
  predict,
  scan,
} from '@ser/experiments/steps';
import { meanProbabilities } from '@ser/classifiers';
import { openEngine } from '@ser/models';
import { sourceOf } from '@ser/datasets';
import { corporaFolder } from '../src/corporaFolder.js';
import type { LeaveOneCorpusOut, SessionResult } from '../src/leaveOneCorpusOut/leaveOneCorpusOutBench.js';

const corpora = ['ravdess', 'emodb', 'nemo', 'tess', 'emovo'] as const;
const [recipeName = 'general', cache] = process.argv.slice(2);
const { members, labels, seed, evaluation } = findRecipe(recipeName);
const kept = cache === undefined ? {} : { cache };
const engine = await openEngine('auto', { threads: 1 });

async function listClips(): Promise<Listing> {
  const data = corpora.map((corpus) => ({ corpus, folder: join(corporaFolder(), corpus) }));
  const { utterances, ...rest } = await scan({ corpora, labels, data });
  const tess = utterances.filter(({ corpus }) => corpus === 'tess');
  const chosen = new Set(tess.filter((_, i) => i % 4 === 0));
  return { ...rest, utterances: utterances.filter((one) => one.corpus !== 'tess' || chosen.has(one)) };
}

type Member = Recipe['members'][number];

/** All clips and their copies; members with the same features and copies share them. */
async function poolsOf(listing: Listing): Promise<ReadonlyMap<string, ExtractedClips>> {
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
): Promise<readonly ClipPrediction[]> {
  const each: (readonly ClipPrediction[])[] = [];
  for (const member of members) {
    const pool = pools.get(keyOf(member))!;
    const rows = [...pool.utterances.keys()];
    const isTested = (row: number) => pool.utterances[row]!.corpus === corpus;
    const train = rows.filter((row) => !isTested(row));
    const test = rows.filter(
      (row) => isTested(row) && sourceOf(pool.utterances[row]!.id) === pool.utterances[row]!.id,
    );
    const fitted = await fit(pool, member, { train, labels, seed, engine });
    each.push(await predict(pool, fitted, { test, labels, fold: corpus }));
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

const pools = await poolsOf(await listClips());
const predictions: ClipPrediction[] = [];
for (const corpus of corpora) {
  predictions.push(...(await testOn(corpus, pools)));
  console.error(corpus);
}

const classProfile = evaluation?.classProfile ? ('fitted' as const) : undefined;
const results: SessionResult[] = [];
for (const skew of [undefined, 0.8]) {
  const { curves } = enrollment(predictions, {
    ...{ labels, seed, classProfile, skew },
    enrollment: [5, 10],
    fourClasses: evaluation!.fourClasses!,
  });
  for (const { choice, points } of curves) {
    if (choice === 'all') continue;
    for (const { clips, uar, interval, corpora: each } of points) {
      if (clips === 'all' || (skew !== undefined && clips === 0)) continue;
      const kind = clips === 0 ? 'without adaptation' : `after ${clips} clips`;
      const name = skew === undefined ? kind : `${kind}, 80% of one emotion`;
      results.push({ name, choice, corpora: [...each, { corpus: 'mean', uar, interval }] });
    }
  }
}
results.sort((a, b) => b.choice.localeCompare(a.choice));
const output: LeaveOneCorpusOut = {
  protocol:
    `UAR in % of the recipe ${recipeName} on each of ${corpora.join(', ')}, trained on the four others; ` +
    '95% intervals of the mean over speakers; every fourth clip of TESS.',
  results,
};
console.log(JSON.stringify(output));
process.exit(); // workers of WebAssembly threads would keep the process alive
