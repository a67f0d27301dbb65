/** Audio files to MFCC as the recipe ravdess-cnn has them: every RAVDESS clip of `SER_CORPORA`, one thread. */
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { readAudio } from '@ser/audio-io/node';
import { scanCorpus } from '@ser/datasets/node';
import { FeatureExtractor } from '@ser/dsp';
import { findRecipe, requireSingle } from '@ser/experiments';
import type { Timing } from '../src/duel.js';

const corpora =
  process.env['SER_CORPORA'] ?? fileURLToPath(new URL('../../../../shared/corpora', import.meta.url));
const folder = `${corpora}/ravdess`;
const { utterances } = await scanCorpus('ravdess', folder);
const extractor = new FeatureExtractor(requireSingle(findRecipe('ravdess-cnn')).features);
const { sampleRate } = extractor.description;

async function features(path: string): Promise<void> {
  extractor.extract(await readAudio(`${folder}/${path}`, { sampleRate }));
}

await features(utterances[0]!.path);
const began = performance.now();
for (const { path } of utterances) await features(path);
const seconds = (performance.now() - began) / 1000;
console.log(JSON.stringify({ seconds, what: `@ser/dsp, ${utterances.length} clips` } satisfies Timing));
