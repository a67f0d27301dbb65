import type { AudioClip } from '../audio/audioClip.js';
import { requireFiniteSamples } from '../audio/checkClip.js';
import { requireNumber } from '../options/requireLength.js';
import { decibelBounds } from './parameterBounds.js';

export interface ApplyGainOptions {
  /** How much louder or, below 0, quieter, in dB, in [-200, 200]. */
  readonly decibels: number;
}

/**
 * The clip louder or quieter: times `10^(decibels / 20)`. It may then exceed [-1, 1]; nothing is clamped.
 *
 * @throws {SerError} `invalid-option`, `invalid-sample`
 *
 * @example
 * applyGain(clip, { decibels: -6 }); // about half the amplitude
 */
export function applyGain(clip: AudioClip, { decibels }: ApplyGainOptions): AudioClip {
  requireNumber('decibels', decibels, decibelBounds);
  requireFiniteSamples(clip.samples);
  const factor = 10 ** (decibels / 20);
  return { samples: clip.samples.map((sample) => factor * sample), sampleRate: clip.sampleRate };
}
