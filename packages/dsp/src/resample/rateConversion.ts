/** Sharpness and stop band of the low-pass filter. */
export type ResampleQuality = 'fast' | 'high' | 'best';

/** A conversion between two sample rates. */
export interface RateConversion {
  /** Sample rate of the input, an integer number of Hz. */
  readonly from: number;

  /** Sample rate of the output, an integer number of Hz, at most 256 times higher or lower than `from`. */
  readonly to: number;

  /**
   * Number of zero crossings of the sinc on each side: 16 (`fast`), 32 (`high`), or 64 (`best`). Measured, with
   * frequencies relative to the lower of the two Nyquist frequencies:
   *
   * |        | within 0.1 dB up to | aliases of tones above 1.1 |
   * | ------ | ------------------- | -------------------------- |
   * | `fast` | 0.77                | below -86 dB               |
   * | `high` | 0.88                | below -102 dB              |
   * | `best` | 0.90                | below -146 dB              |
   *
   * @default 'high'
   */
  readonly quality?: ResampleQuality;
}
