import { selectRanks } from '../../ranks/selectRanks.js';
import { decibelsPerNeper } from '../frontEnd.js';
import { binsWhere } from './bins.js';

/** Fraction of the bins of a band that form its peak, and its valley. */
const quantile = 0.2;

interface Band {
  readonly firstBin: number;
  readonly nExtremes: number;
  /** A copy of the values of the band, to be partially sorted. */
  readonly values: Float64Array;
  /** Ranks of the largest value of the valley, and of the smallest value of the peak. */
  readonly ranks: Int32Array;
}

/**
 * Spectral contrast of bands: the mean level of the strongest fifth of the bins minus that of the weakest fifth, in dB.
 *
 * @see D. Jiang et al., "Music type classification by spectral contrast feature", 2002
 */
export class BandContrast {
  readonly #bands: readonly Band[];

  /**
   * @param frequencies of the bins of the spectrum, in Hz, ascending
   * @param edges of the bands, in Hz; an upper edge belongs to the next band
   */
  constructor(frequencies: Float64Array, edges: readonly number[]) {
    this.#bands = edges.slice(0, -1).map((low, i) => {
      const { first, end } = binsWhere(frequencies, (hz) => hz >= low && hz < edges[i + 1]!);
      const nBins = end - first;
      const nExtremes = Math.max(1, Math.trunc(quantile * nBins));
      const ranks = Int32Array.of(nExtremes - 1, nBins - nExtremes);
      return { firstBin: first, nExtremes, values: new Float64Array(nBins), ranks };
    });
  }

  /**
   * @param logarithms natural logarithms of the power of each bin
   * @param output filled with one number per band
   */
  transform(logarithms: Float64Array, output: Float64Array): void {
    const bands = this.#bands;
    for (let band = 0; band < bands.length; band++) {
      const { firstBin, nExtremes, values, ranks } = bands[band]!;
      for (let i = 0; i < values.length; i++) values[i] = logarithms[firstBin + i]!;
      selectRanks(values, ranks);
      let difference = 0;
      const firstOfPeak = values.length - nExtremes;
      for (let i = 0; i < nExtremes; i++) difference += values[firstOfPeak + i]! - values[i]!;
      output[band] = (decibelsPerNeper * difference) / nExtremes;
    }
  }
}
