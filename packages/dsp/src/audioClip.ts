import { DspError } from './errors.js';

/** A mono recording: the structural twin of `AudioClip` in `@ser/audio-io`. */
export interface AudioClip {
  /** Samples in [-1, 1], of shape `[nSamples]`. */
  readonly samples: Float32Array;
  /** Samples a second, in Hz. */
  readonly sampleRate: number;
}

/** @throws {DspError} `invalid-sample` when a sample is NaN or infinite */
export function requireFiniteSamples(samples: Float32Array): void {
  // Finite float32 values cannot overflow a float64 sum, so one test at the end covers them all.
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i]!;
  if (Number.isFinite(sum)) return;
  const index = samples.findIndex((sample) => !Number.isFinite(sample));
  throw new DspError(
    'invalid-sample',
    `Expected finite samples, got \`${samples[index]}\` at sample ${index}. Repair or leave out the recording.`,
  );
}
