import { decibelsPerNeper } from '../frontEnd.js';
import type { Bins } from './bins.js';

/** Slope of the least-squares line through the levels of the spectrum in a band, in dB per kHz. */
export class BandSlope {
  /** Weight of each bin of the band: the slope is the weighted sum of logarithms. */
  readonly weights: Float64Array;
  readonly #first: number;

  constructor(frequencies: Float64Array, { first, end }: Bins) {
    const band = frequencies.subarray(first, end);
    const mean = band.reduce((sum, hz) => sum + hz, 0) / band.length;
    const squares = band.reduce((sum, hz) => sum + (hz - mean) ** 2, 0);
    this.weights = band.map((hz) => (1000 * decibelsPerNeper * (hz - mean)) / squares);
    this.#first = first;
  }

  /** @param logarithms natural logarithms of the power of each bin of the whole spectrum */
  of(logarithms: Float64Array): number {
    const weights = this.weights;
    const first = this.#first;
    let slope = 0;
    for (let i = 0; i < weights.length; i++) slope += weights[i]! * logarithms[first + i]!;
    return slope;
  }
}
