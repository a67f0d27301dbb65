/**
 * The bundled speech encoder on every STEP-th RAVDESS clip in `SER_CORPORA` from number FIRST, on THREADS threads.
 *
 *     tsx --conditions=@ser/source programs/encoder.ts FIRST STEP THREADS
 */
import { performance } from 'node:perf_hooks';
import { createEncoder } from '@ser/encoder';
import type { ExtractionTiming } from '../src/timing/functionalsBench.js';
import { ravdessClips } from '../src/timing/ravdessClips.js';

/** Number of clips to process before the measurement, as in `reference/bench/functionals.py`. */
const warmUpClips = 30;
const sampleRate = 16_000;

const [first, step, threads] = process.argv.slice(2).map(Number) as [number, number, number];
const clips = await ravdessClips(first, step);
const encoder = await createEncoder({ engine: 'onnx-node', threads });
for (const samples of clips.slice(0, warmUpClips)) await encoder.embed({ samples, sampleRate });

const cpuBegan = process.cpuUsage();
const began = performance.now();
for (const samples of clips) await encoder.embed({ samples, sampleRate });
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(cpuBegan);
const timing: ExtractionTiming = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  audioSeconds: clips.reduce((sum, samples) => sum + samples.length / sampleRate, 0),
  what: `@ser/encoder, ${encoder.names.length} numbers`,
};
console.log(JSON.stringify(timing));
