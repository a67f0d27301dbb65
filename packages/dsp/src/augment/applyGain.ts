import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { requireFiniteSamples } from '../audio/checkClip.js';
import { decibelBounds } from './parameterBounds.js';

export interface ApplyGainOptions {
  /** Gain in dB, from -200 to 200; negative values make the clip quieter. */
  readonly decibels: number;
}

/**
 * Makes a clip louder or quieter by the factor `10^(decibels / 20)`. It may exceed [-1, 1]; nothing is clamped.
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
