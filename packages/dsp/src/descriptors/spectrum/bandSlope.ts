import type { Bins } from './bins.js';
import { decibelsPerNeper } from '../frontEnd.js';

/** Slope of the line of least squares through the spectrum's levels in a band, in dB a kHz. */
export class BandSlope {
  /** One weight a bin of the band: the slope is the sum of logarithms times weights. */
  readonly weights: Float64Array;
  readonly #first: number;

  constructor(frequencies: Float64Array, { first, end }: Bins) {
    const band = frequencies.subarray(first, end);
    const mean = band.reduce((sum, hz) => sum + hz, 0) / band.length;
    const squares = band.reduce((sum, hz) => sum + (hz - mean) ** 2, 0);
    this.weights = band.map((hz) => (1000 * decibelsPerNeper * (hz - mean)) / squares);
    this.#first = first;
  }

  /** @param logarithms natural, of power, one a bin of the whole spectrum */
  of(logarithms: Float64Array): number {
    const weights = this.weights;
    const first = this.#first;
    let slope = 0;
    for (let i = 0; i < weights.length; i++) slope += weights[i]! * logarithms[first + i]!;
    return slope;
  }
}
