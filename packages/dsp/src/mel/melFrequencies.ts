import { requireInteger } from '@ser/core';
import { hzToMel, melToHz, type MelScaleOptions } from './melScale.js';

export interface MelFrequenciesOptions extends MelScaleOptions {
  /** Number of frequencies, an integer from 2 to 65536. */
  readonly nMels: number;
  /** Lowest frequency, in Hz. */
  readonly fMin: number;
  /** Highest frequency, in Hz. */
  readonly fMax: number;
}

/**
 * Frequencies equally spaced in mel, from `fMin` to `fMax`, both included.
 *
 * @returns frequencies in Hz, of shape `[nMels]`
 * @throws {SerError} `invalid-option`
 * @see librosa.mel_frequencies
 */
export function melFrequencies({ nMels, fMin, fMax, htk }: MelFrequenciesOptions): Float64Array {
  requireInteger('nMels', nMels, { min: 2, max: 65536 });
  const lowest = hzToMel(fMin, { htk });
  const step = (hzToMel(fMax, { htk }) - lowest) / (nMels - 1);
  return Float64Array.from({ length: nMels }, (_, i) => melToHz(lowest + i * step, { htk }));
}
