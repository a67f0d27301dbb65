import type { AudioClip } from '../audio/audioClip.js';
import { requireFiniteSamples } from '../audio/checkClip.js';
import { requireNumber } from '../options/requireLength.js';
import { energy } from './energy.js';
import { decibelBounds } from './parameterBounds.js';
import { RandomSource, requireSeed } from './randomSource.js';

export interface AddNoiseOptions {
  /** Signal-to-noise ratio in dB, in [-200, 200]: power of the clip over power of the noise. */
  readonly snr: number;
  /** Which noise: a 32-bit integer. The same seed gives the same noise. */
  readonly seed: number;
}

/**
 * The clip under white Gaussian noise. The noise is scaled by its own measured power, so that the ratio is met
 * exactly, not just on average. Loud clips may then exceed [-1, 1]; nothing is clamped. A silent clip stays
 * silent: noise of power 0 is what any ratio to it asks for.
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
  const random = new RandomSource(seed);
  const noise = new Float64Array(clip.samples.length).map(() => random.normal());
  const scale = Math.sqrt(signal / energy(noise)) * 10 ** (-snr / 20);
  const samples = clip.samples.map((sample, i) => sample + scale * noise[i]!);
  return { samples, sampleRate: clip.sampleRate };
}
