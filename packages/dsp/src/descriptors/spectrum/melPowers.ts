import { melFrequencies } from '../../mel/melFrequencies.js';

/** Powers of mel bands: overlapping triangles of area 1, equally spaced on Slaney's mel scale. */
export class MelPowers {
  readonly nMels: number;
  /** First bin of each filter. */
  readonly #firstBins: Int32Array;
  /** Index of the first weight of each filter, and the total number of weights. */
  readonly #starts: Int32Array;
  readonly #weights: Float64Array;

  /** @param frequencies of the bins of the spectrum, in Hz, ascending */
  constructor(
    frequencies: Float64Array,
    { nMels, band: [fMin, fMax] }: { readonly nMels: number; readonly band: readonly [number, number] },
  ) {
    const edges = melFrequencies({ nMels: nMels + 2, fMin, fMax });
    const filters = Array.from({ length: nMels }, (_, mel) => {
      const triangle = frequencies.map((hz) => triangleAt(hz, edges[mel]!, edges[mel + 1]!, edges[mel + 2]!));
      return { firstBin: triangle.findIndex((weight) => weight > 0), weights: triangle.filter((w) => w > 0) };
    });
    this.nMels = nMels;
    this.#firstBins = Int32Array.from(filters, ({ firstBin }) => firstBin);
    this.#weights = Float64Array.from(filters.flatMap(({ weights }) => [...weights]));
    this.#starts = new Int32Array(nMels + 1);
    filters.forEach(({ weights }, mel) => (this.#starts[mel + 1] = this.#starts[mel]! + weights.length));
  }

  /**
   * @param powers of each bin
   * @param output filled, of shape `[nMels]`
   */
  transform(powers: Float64Array, output: Float64Array): void {
    const weights = this.#weights;
    for (let mel = 0; mel < this.nMels; mel++) {
      const end = this.#starts[mel + 1]!;
      let bin = this.#firstBins[mel]!;
      let sum = 0;
      for (let i = this.#starts[mel]!; i < end; i++, bin++) sum += weights[i]! * powers[bin]!;
      output[mel] = sum;
    }
  }
}

/** @see librosa.filters.mel(norm='slaney') */
function triangleAt(hz: number, low: number, peak: number, high: number): number {
  const height = Math.max(0, Math.min((hz - low) / (peak - low), (high - hz) / (high - peak)));
  return (2 * height) / (high - low);
}
