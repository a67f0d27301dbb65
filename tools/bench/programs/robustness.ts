/**
 * Trains a recipe such as general, with all members, on RAVDESS, every fourth clip of TESS, and nEMO in `SER_CORPORA`, with and without its channel
 * copy, and tests it on EmoDB under each condition. MP3 needs SER_PYTHON with soundfile, and is omitted without it.
 *
 *     tsx --conditions=@ser/source programs/robustness.ts RECIPE [FOLDER FOR FEATURES]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAudio, writeWav } from '@ser/audio-io/node';
import { meanProbabilities } from '@ser/classifiers';
import { type Utterance, copyId, sourceOf, speakerKey } from '@ser/datasets';
import type { AudioClip, Features } from '@ser/dsp';
import { openFeatures } from '@ser/encoder';
import { findRecipe } from '@ser/experiments';
import {
  type ExtractedClips,
  type Fitted,
  augment,
  enrollment,
  extract,
  fit,
  scan,
} from '@ser/experiments/steps';
import { openEngine } from '@ser/models';
import { runPython } from '../src/runProgram.js';
import { corporaFolder } from '../src/corporaFolder.js';
import { type Condition, conditions } from '../src/robustness/conditions.js';
import type { ConditionUar, Robustness, SessionUar } from '../src/robustness/robustnessBench.js';

const corpora = corporaFolder();
const [recipe = 'general', cache] = process.argv.slice(2);
const { members, labels, seed, evaluation } = findRecipe(recipe);
/** All members use the same copies and features. */
const { features, augmentation } = members[0]!;
const [tested, ...trained] = ['emodb', 'ravdess', 'tess', 'nemo'] as const;
/** Index of the copy with the channel augmentation. */
const channelCopy = augmentation!.variants.findIndex((steps) => steps.some(({ name }) => name === 'channel'));

async function listingOf(names: readonly string[]) {
  return scan({
    corpora: names,
    labels,
    data: names.map((corpus) => ({ corpus, folder: join(corpora, corpus) })),
  });
}

async function trainingClips(): Promise<ExtractedClips> {
  const { utterances, ...rest } = await listingOf(trained);
  const tess = new Set(utterances.filter(({ corpus }) => corpus === 'tess').filter((_, i) => i % 4 === 0));
  const listing = { ...rest, utterances: utterances.filter((one) => one.corpus !== 'tess' || tess.has(one)) };
  const kept = cache === undefined ? {} : { cache };
  const clips = await extract(listing, { features, ...kept });
  const rows = clips.utterances.map((_, row) => row);
  return augment(listing, clips, { augmentation, features, seed, rows, ...kept });
}

const { utterances } = await listingOf([tested]);
const extractor = await openFeatures(features);
const recordings = await Promise.all(
  utterances.map(({ path }) => readAudio(join(corpora, tested, path), { sampleRate: features.sampleRate })),
);

/** Eight clips of other speakers, evenly distributed over all of their clips. */
function othersOf({ speaker }: Utterance): readonly AudioClip[] {
  const others = recordings.filter((_, i) => utterances[i]!.speaker !== speaker);
  return Array.from({ length: 8 }, (_, k) => others[Math.floor(((k + 0.5) * others.length) / 8)]!);
}

function under(condition: Condition): Promise<readonly Features[]> {
  return featuresOf(recordings.map((clip, i) => condition.apply(clip, othersOf(utterances[i]!), i)));
}

async function featuresOf(clips: readonly AudioClip[]): Promise<readonly Features[]> {
  const features: Features[] = [];
  for (const clip of clips) features.push(await extractor.extract(clip));
  return features;
}

async function throughMp3(): Promise<readonly Features[] | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'ser-robustness-'));
  try {
    const files = recordings.map((_, i) => join(folder, `${i}.wav`));
    await Promise.all(files.map((file, i) => writeWav(file, recordings[i]!)));
    runPython('mp3', { args: [folder, 32] });
    const clips = await Promise.all(
      files.map((file) => readAudio(file, { sampleRate: features.sampleRate })),
    );
    return await featuresOf(clips);
  } catch (error) {
    console.error(`MP3 is omitted: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Trains every member of the recipe. */
async function fitMembers(train: readonly number[]): Promise<readonly Fitted[]> {
  const fitted: Fitted[] = [];
  for (const member of members) fitted.push(await fit(pool, member, { train, labels, seed, engine }));
  return fitted;
}

async function uarOf(fitted: readonly Fitted[], test: readonly Features[]): Promise<SessionUar> {
  const each: Float32Array[] = [];
  for (const member of fitted) each.push(await probabilitiesOf(member, test));
  const all = meanProbabilities(
    each,
    members.map(({ weight }) => weight),
  );
  const predictions = utterances.map((utterance, i) => ({
    ...{ utterance, fold: tested, actual: labels.indexOf(utterance.emotion), predicted: 0 },
    probabilities: all.subarray(i * labels.length, (i + 1) * labels.length),
  }));
  const classProfile = evaluation?.classProfile ? ('fitted' as const) : undefined;
  const { curves } = enrollment(predictions, { labels, enrollment: [5], seed, classProfile });
  const [unseen, afterFive] = curves[0]!.points;
  return { unseen: unseen!.uar, afterFive: afterFive!.uar };
}

function probabilitiesOf(
  { normalizer, classifier }: Fitted,
  test: readonly Features[],
): Promise<Float32Array> {
  const size = test[0]!.nFeatures;
  const data = new Float32Array(test.length * size);
  test.forEach((one, i) => data.set(normalizer.forUnseenSpeakers.apply(one).data, i * size));
  return classifier.predictProbabilities({ data, shape: [test.length, 1, size] });
}

const engine = await openEngine('auto', { threads: 1 });
const pool = await trainingClips();
const all = pool.utterances.map((_, row) => row);
const withCopy = await fitMembers(all);
const few = all.filter((row) => {
  const { id } = pool.utterances[row]!;
  return id !== copyId(sourceOf(id), channelCopy);
});
const withoutCopy = await fitMembers(few);

const results: ConditionUar[] = [];
async function test(name: string, clips: readonly Features[]): Promise<void> {
  results.push({
    name,
    withCopy: await uarOf(withCopy, clips),
    withoutCopy: await uarOf(withoutCopy, clips),
  });
  console.error(name);
}
for (const condition of conditions) await test(condition.name, await under(condition));
const mp3 = await throughMp3();
if (mp3) await test('MP3, 32 kbit/s', mp3);

const speakers = new Set(utterances.map(speakerKey)).size;
const robustness: Robustness = {
  protocol:
    `UAR in % of seven labels on ${utterances.length} clips of ${speakers} speakers of EmoDB; the recipe ${recipe} was trained on ` +
    `${trained.join(', ')}, with and without its channel copy; in parentheses the change in points.`,
  conditions: results,
};
console.log(JSON.stringify(robustness));
process.exit(); // workers of WebAssembly threads would keep the process alive
