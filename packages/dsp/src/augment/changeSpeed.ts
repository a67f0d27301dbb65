import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { requireFiniteSamples } from '../audio/checkClip.js';
import { resample } from '../resample/resample.js';
import { nearestRatio } from './nearestRatio.js';
import { speedBounds } from './parameterBounds.js';

export interface ChangeSpeedOptions {
  /** Speed factor, from 1/256 to 256: 2 halves the length and raises the pitch by an octave. */
  readonly rate: number;
}

/**
 * Plays a clip faster or slower, which changes tempo and pitch together, by resampling. Frequencies that would exceed
 * half the sample rate are removed. Steep edges may overshoot [-1, 1]; nothing is clamped.
 *
 * @returns a clip of `ceil(n / rate)` samples
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

/** The samples of `changeSpeed`, without its checks. */
export function playedFaster(samples: Float32Array, rate: number): Float32Array {
  const [from, to] = nearestRatio(rate);
  if (from === to) return samples.slice();
  return resample({ samples, sampleRate: from }, { sampleRate: to }).samples;
}
