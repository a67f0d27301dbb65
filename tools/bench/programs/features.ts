/** Reads every RAVDESS clip in `SER_CORPORA` and computes the MFCC of the recipe ravdess-cnn, in one thread. */
import { performance } from 'node:perf_hooks';
import { readAudio } from '@ser/audio-io/node';
import { scanCorpus } from '@ser/datasets/node';
import { createFeaturePlan } from '@ser/dsp';
import { findRecipe } from '@ser/experiments';
import { corporaFolder } from '../src/corporaFolder.js';
import type { Timing } from '../src/timing/compareTimes.js';

const corpora = corporaFolder();
const folder = `${corpora}/ravdess`;
const { utterances } = await scanCorpus('ravdess', folder);
const extractor = createFeaturePlan(findRecipe('ravdess-cnn').members[0]!.features);
const { sampleRate } = extractor.description;

async function features(path: string): Promise<void> {
  extractor.extract(await readAudio(`${folder}/${path}`, { sampleRate }));
}

await features(utterances[0]!.path);
const began = performance.now();
for (const { path } of utterances) await features(path);
const seconds = (performance.now() - began) / 1000;
console.log(JSON.stringify({ seconds, what: `@ser/dsp, ${utterances.length} clips` } satisfies Timing));
