import { DspError } from '../errors.js';
import type { AudioClip } from './audioClip.js';

/** @throws {SerError} `sample-rate-mismatch` unless the clip has this rate, in Hz */
export function requireSampleRate({ sampleRate }: AudioClip, expected: number): void {
  if (sampleRate === expected) return;
  throw new DspError(
    'sample-rate-mismatch',
    `Expected a clip of ${expected} Hz, got ${sampleRate} Hz. Resample it first, with \`resample\` of @ser/audio-io.`,
  );
}

/** @throws {SerError} `invalid-sample` when a sample is NaN or infinite */
export function requireFiniteSamples(samples: Float32Array): void {
  // Finite float32 values cannot overflow a float64 sum, so one test at the end covers them all.
  if (Number.isFinite(sumOf(samples))) return;
  const index = samples.findIndex((sample) => !Number.isFinite(sample));
  throw new DspError(
    'invalid-sample',
    `Expected finite samples, got \`${samples[index]}\` at sample ${index}. Repair or leave out the recording.`,
  );
}

/** Sum of all samples, by four sums at once, as each addition waits for the one before. */
export function sumOf(samples: Float32Array): number {
  const endOfFours = samples.length - (samples.length % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < endOfFours; i += 4) {
    a += samples[i]!;
    b += samples[i + 1]!;
    c += samples[i + 2]!;
    d += samples[i + 3]!;
  }
  for (let i = endOfFours; i < samples.length; i++) a += samples[i]!;
  return a + b + (c + d);
}
