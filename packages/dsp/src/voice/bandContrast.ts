import { binsWhere } from './bins.js';
import { ExtremeSums } from './extremeSums.js';
import { decibelsPerNeper } from './frontEnd.js';

/** Share of a band's bins that make its peak, and its valley. */
const quantile = 0.2;

interface Band {
  readonly firstBin: number;
  readonly nBins: number;
  readonly nExtremes: number;
}

/**
 * How far the strongest fifth of each band's bins stands out from its weakest, in dB: the difference of mean levels.
 *
 * @see D. Jiang et al., "Music type classification by spectral contrast feature", 2002
 */
export class BandContrast {
  readonly #bands: readonly Band[];
  readonly #sums: ExtremeSums;

  /** @param edges of the bands, in Hz; the upper one belongs to the next band */
  constructor(frequencies: Float64Array, edges: readonly number[]) {
    this.#bands = edges.slice(0, -1).map((low, i) => {
      const { first, end } = binsWhere(frequencies, (hz) => hz >= low && hz < edges[i + 1]!);
      const nBins = end - first;
      return { firstBin: first, nBins, nExtremes: Math.max(1, Math.trunc(quantile * nBins)) };
    });
    this.#sums = new ExtremeSums(Math.max(...this.#bands.map(({ nBins }) => nBins)));
  }

  /**
   * @param logarithms natural, of power, one a bin
   * @param output filled, one number a band
   */
  transform(logarithms: Float64Array, output: Float64Array): void {
    for (let band = 0; band < this.#bands.length; band++) {
      const { firstBin, nBins, nExtremes } = this.#bands[band]!;
      const difference = this.#sums.difference(logarithms, firstBin, nBins, nExtremes);
      output[band] = (decibelsPerNeper * difference) / nExtremes;
    }
  }
}
