import { DspError } from '../errors.js';
import { runSteps, samplesPerStep, type Steps } from '../steps/steps.js';
import type { AudioClip } from './audioClip.js';

/** @throws {SerError} `sample-rate-mismatch` unless the clip has the expected rate, in Hz */
export function requireSampleRate({ sampleRate }: AudioClip, expected: number): void {
  if (sampleRate === expected) return;
  throw new DspError(
    'sample-rate-mismatch',
    `The clip must have a sample rate of ${expected} Hz; got ${sampleRate} Hz. Call \`resample\` first.`,
  );
}

/** @throws {SerError} `invalid-sample` if a sample is NaN or infinite */
export function requireFiniteSamples(samples: Float32Array): void {
  runSteps(finiteSamplesSteps(samples));
}

/** `requireFiniteSamples` in steps. */
export function* finiteSamplesSteps(samples: Float32Array): Steps<void> {
  // Finite float32 values cannot overflow a float64 sum, so one check of the sum covers all samples.
  if (Number.isFinite(yield* sumSteps(samples))) return;
  const index = samples.findIndex((sample) => !Number.isFinite(sample));
  throw new DspError(
    'invalid-sample',
    `Samples must be finite; got ${samples[index]} at sample ${index}. Repair the recording, or leave it out.`,
  );
}

/** Sum of all samples, as four partial sums, because each addition has to wait for the previous one. */
export function* sumSteps(samples: Float32Array): Steps<number> {
  const sums = new Float64Array(4);
  const endOfFours = samples.length - (samples.length % 4);
  for (let start = 0; start < endOfFours; start += samplesPerStep) {
    if (start > 0) yield;
    addFours(samples, start, Math.min(endOfFours, start + samplesPerStep), sums);
  }
  for (let i = endOfFours; i < samples.length; i++) sums[0]! += samples[i]!;
  return sums[0]! + sums[1]! + (sums[2]! + sums[3]!);
}

/** Adds the samples from `start` to `end`, a number that is a multiple of four, to four sums. */
function addFours(samples: Float32Array, start: number, end: number, sums: Float64Array): void {
  let [a, b, c, d] = [sums[0]!, sums[1]!, sums[2]!, sums[3]!];
  for (let i = start; i < end; i += 4) {
    a += samples[i]!;
    b += samples[i + 1]!;
    c += samples[i + 2]!;
    d += samples[i + 3]!;
  }
  sums.set([a, b, c, d]);
}
