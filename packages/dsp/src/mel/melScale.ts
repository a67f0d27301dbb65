/** Slaney's scale is linear up to 1000 Hz, with 3 mel per 200 Hz, and logarithmic above. */
const breakHz = 1000;
const breakMel = 15;
const logStep = Math.log(6.4) / 27;

export interface MelScaleOptions {
  /**
   * Whether to use HTK's formula, `2595 * log10(1 + hz / 700)`, instead of Slaney's.
   *
   * @default false
   */
  readonly htk?: boolean;
}

/**
 * Converts a frequency in Hz to pitch in mel.
 *
 * @see librosa.hz_to_mel; M. Slaney, "Auditory Toolbox", 1998
 *
 * @example
 * hzToMel(1000); // 15
 */
export function hzToMel(hz: number, { htk = false }: MelScaleOptions = {}): number {
  if (htk) return 2595 * Math.log10(1 + hz / 700);
  return hz < breakHz ? (3 * hz) / 200 : breakMel + Math.log(hz / breakHz) / logStep;
}

/**
 * Converts a pitch in mel to a frequency in Hz: the inverse of `hzToMel`.
 *
 * @see librosa.mel_to_hz
 *
 * @example
 * melToHz(15); // 1000
 */
export function melToHz(mel: number, { htk = false }: MelScaleOptions = {}): number {
  if (htk) return 700 * (10 ** (mel / 2595) - 1);
  return mel < breakMel ? (200 * mel) / 3 : breakHz * Math.exp(logStep * (mel - breakMel));
}
