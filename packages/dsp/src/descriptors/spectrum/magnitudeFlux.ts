/** Spectral flux: the Euclidean distance between the normalized magnitudes of adjacent frames. */
export class MagnitudeFlux {
  readonly #floor: number;
  #current: Float64Array;
  #previous: Float64Array;

  /** @param floor added to the sum of magnitudes, to avoid a division by 0 in silence */
  constructor(nBins: number, floor: number) {
    this.#floor = floor;
    this.#current = new Float64Array(nBins);
    this.#previous = new Float64Array(nBins);
  }

  /** The flux of the next frame; 0 for frame 0. */
  next(powers: Float64Array, frame: number): number {
    const current = this.#previous;
    const previous = this.#current;
    this.#current = current;
    this.#previous = previous;
    let total = this.#floor;
    for (let k = 0; k < powers.length; k++) {
      const magnitude = Math.sqrt(powers[k]!);
      current[k] = magnitude;
      total += magnitude;
    }
    const scale = 1 / total;
    let squares = 0;
    for (let k = 0; k < current.length; k++) {
      const share = current[k]! * scale;
      current[k] = share;
      const step = share - previous[k]!;
      squares += step * step;
    }
    return frame === 0 ? 0 : Math.sqrt(squares);
  }
}
