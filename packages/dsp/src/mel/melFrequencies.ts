import { requireInteger } from '../options/requireLength.js';
import { hzToMel, melToHz, type MelScaleOptions } from './melScale.js';

export interface MelFrequenciesOptions extends MelScaleOptions {
  /** How many frequencies, an integer >= 2. */
  readonly nMels: number;
  /** Lowest frequency, in Hz. */
  readonly fMin: number;
  /** Highest frequency, in Hz. */
  readonly fMax: number;
}

/**
 * Frequencies evenly spaced in mel, from `fMin` to `fMax`, both included.
 *
 * @returns frequencies in Hz, of shape `[nMels]`
 * @throws {SerError} `invalid-option`
 * @see librosa.mel_frequencies
 */
export function melFrequencies({ nMels, fMin, fMax, htk }: MelFrequenciesOptions): Float64Array {
  requireInteger('nMels', nMels, { min: 2 });
  const lowest = hzToMel(fMin, { htk });
  const step = (hzToMel(fMax, { htk }) - lowest) / (nMels - 1);
  return Float64Array.from({ length: nMels }, (_, i) => melToHz(lowest + i * step, { htk }));
}
