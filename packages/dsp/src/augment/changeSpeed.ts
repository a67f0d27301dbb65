import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { requireFiniteSamples } from '../audio/checkClip.js';
import { BlockResampler } from '../resample/blockResampler.js';
import { InterpolatedResampler } from '../resample/interpolatedResampler.js';
import { ratioOf } from '../resample/ratioOf.js';
import { resample } from '../resample/resample.js';
import { nearestRatio } from './nearestRatio.js';
import { speedBounds } from './parameterBounds.js';

/** Number of phases up to which `resample` computes their weights faster than a grid of weights. */
const mostPhases = 128;

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
  const ratio = ratioOf({ from, to });
  if (ratio.up > mostPhases && !BlockResampler.suits(ratio)) {
    const output = new Float32Array(Math.ceil((samples.length * ratio.up) / ratio.down));
    new InterpolatedResampler(ratio).transform(samples, output);
    return output;
  }
  return resample({ samples, sampleRate: from }, { sampleRate: to }).samples;
}
