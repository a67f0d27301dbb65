import { RandomStream, requireNumber, requireSeed } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { requireFiniteSamples } from '../audio/checkClip.js';
import { energy } from './energy.js';
import { decibelBounds } from './parameterBounds.js';

export interface AddNoiseOptions {
  /** Signal-to-noise ratio (power of the clip over power of the noise), in dB, from -200 to 200. */
  readonly snr: number;
  /** Seed of the noise, an integer from -2^31 to 2^32 - 1. The same seed gives the same noise. */
  readonly seed: number;
}

/**
 * Adds white Gaussian noise. The noise is scaled by its measured power, so that each clip has exactly the requested
 * ratio, not only on average. Loud clips may exceed [-1, 1]; nothing is clamped. A silent clip stays silent, because
 * any ratio to it gives noise of power 0.
 *
 * @returns a clip of the same length
 *
 * @throws {SerError} `invalid-option`, `invalid-sample`
 *
 * @example
 * addNoise(clip, { snr: 15, seed: 42 });
 */
export function addNoise(clip: AudioClip, { snr, seed }: AddNoiseOptions): AudioClip {
  requireNumber('snr', snr, decibelBounds);
  requireSeed(seed);
  requireFiniteSamples(clip.samples);
  const signal = energy(clip.samples);
  if (signal === 0) return clip;
  const random = new RandomStream(seed);
  const noise = new Float64Array(clip.samples.length).map(() => random.normal());
  const scale = Math.sqrt(signal / energy(noise)) * 10 ** (-snr / 20);
  const samples = clip.samples.map((sample, i) => sample + scale * noise[i]!);
  return { samples, sampleRate: clip.sampleRate };
}
