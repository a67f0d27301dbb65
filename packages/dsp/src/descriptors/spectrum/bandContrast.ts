import { RankSelection } from '../../ranks/rankSelection.js';
import { binsWhere } from './bins.js';
import { decibelsPerNeper } from '../frontEnd.js';

/** Share of a band's bins that make its peak, and its valley. */
const quantile = 0.2;

interface Band {
  readonly firstBin: number;
  readonly nBins: number;
  readonly nExtremes: number;
  /** Where the greatest of the least values stands, and the least of the greatest. */
  readonly ranks: Int32Array;
}

/**
 * How far the strongest fifth of each band's bins stands out from its weakest, in dB: the difference of mean levels.
 *
 * @see D. Jiang et al., "Music type classification by spectral contrast feature", 2002
 */
export class BandContrast {
  readonly #bands: readonly Band[];
  readonly #selection = new RankSelection();

  /** @param edges of the bands, in Hz; the upper one belongs to the next band */
  constructor(frequencies: Float64Array, edges: readonly number[]) {
    this.#bands = edges.slice(0, -1).map((low, i) => {
      const { first, end } = binsWhere(frequencies, (hz) => hz >= low && hz < edges[i + 1]!);
      const nBins = end - first;
      const nExtremes = Math.max(1, Math.trunc(quantile * nBins));
      return { firstBin: first, nBins, nExtremes, ranks: Int32Array.of(nExtremes - 1, nBins - nExtremes) };
    });
  }

  /**
   * @param logarithms natural, of power, one a bin
   * @param output filled, one number a band
   */
  transform(logarithms: Float64Array, output: Float64Array): void {
    const bands = this.#bands;
    for (let band = 0; band < bands.length; band++) {
      const { firstBin, nBins, nExtremes, ranks } = bands[band]!;
      const ordered = this.#selection.select(logarithms, firstBin, nBins, ranks);
      let difference = 0;
      for (let i = 0, j = nBins - nExtremes; i < nExtremes; i++, j++) difference += ordered[j]! - ordered[i]!;
      output[band] = (decibelsPerNeper * difference) / nExtremes;
    }
  }
}
