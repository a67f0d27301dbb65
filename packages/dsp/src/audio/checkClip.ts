import { DspError } from '../errors.js';
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
  // Finite float32 values cannot overflow a float64 sum, so one check of the sum covers all samples.
  if (Number.isFinite(sumOf(samples))) return;
  const index = samples.findIndex((sample) => !Number.isFinite(sample));
  throw new DspError(
    'invalid-sample',
    `Samples must be finite; got ${samples[index]} at sample ${index}. Repair the recording, or leave it out.`,
  );
}

/** Sum of all samples, as four partial sums, because each addition has to wait for the previous one. */
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
