import type { AudioClip } from '../audio/audioClip.js';
import { requireFiniteSamples } from '../audio/checkClip.js';
import { requireNumber } from '../options/requireLength.js';
import { resample } from '../resample/resample.js';
import { nearestRatio } from './nearestRatio.js';
import { speedBounds } from './parameterBounds.js';

export interface ChangeSpeedOptions {
  /** How many times faster, in [1/256, 256]: 2 halves the length and raises the pitch by an octave. */
  readonly rate: number;
}

/**
 * The clip played faster or slower, tempo and pitch together, by resampling: `ceil(n / rate)` samples. What
 * would rise above half the sample rate is removed. Steep edges may ring beyond [-1, 1]; nothing is clamped.
 *
 * @throws {SerError} `invalid-option`, `invalid-sample`
 *
 * @example
 * changeSpeed(clip, { rate: 1.1 });
 */
export function changeSpeed(clip: AudioClip, { rate }: ChangeSpeedOptions): AudioClip {
  requireNumber('rate', rate, speedBounds);
  requireFiniteSamples(clip.samples);
  return { samples: playedFaster(clip.samples, rate), sampleRate: clip.sampleRate };
}

/** The samples that `rate` times as fast a reading of `samples` gives. */
export function playedFaster(samples: Float32Array, rate: number): Float32Array {
  const [from, to] = nearestRatio(rate);
  if (from === to) return samples.slice();
  return resample({ samples, sampleRate: from }, { sampleRate: to }).samples;
}
