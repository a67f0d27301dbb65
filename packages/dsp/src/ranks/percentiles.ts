import { selectRanks } from './selectRanks.js';

/**
 * Percentiles of many lists of values, interpolated linearly between neighbors.
 *
 * @see numpy.percentile(values, percents), https://numpy.org/doc/stable/reference/generated/numpy.percentile.html
 *
 * @example
 * const plan = new Percentiles([25, 50]);
 * plan.transform(Float64Array.of(4, 1, 2, 3), quartiles); // 1.75, 2.5
 */
export class Percentiles {
  readonly #fractions: Float64Array;
  /** The ranks below and above each percentile. */
  readonly #ranks: Int32Array;
  /** A copy of the values. */
  #values = new Float64Array(0);

  /** @param percents from 0 to 100, ascending */
  constructor(percents: readonly number[]) {
    this.#fractions = Float64Array.from(percents, (percent) => percent / 100);
    this.#ranks = new Int32Array(2 * percents.length);
  }

  /**
   * Writes one number per percent.
   *
   * @param values at least one finite number; they are not changed
   */
  transform(values: Float64Array, output: Float64Array): void {
    const last = values.length - 1;
    for (let i = 0; i < this.#fractions.length; i++) {
      const below = Math.floor(last * this.#fractions[i]!);
      this.#ranks[2 * i] = below;
      this.#ranks[2 * i + 1] = Math.min(below + 1, last);
    }
    if (this.#values.length !== values.length) this.#values = new Float64Array(values.length);
    const ordered = this.#values;
    ordered.set(values);
    selectRanks(ordered, this.#ranks);
    for (let i = 0; i < this.#fractions.length; i++) {
      const below = this.#ranks[2 * i]!;
      const fraction = last * this.#fractions[i]! - below;
      output[i] = interpolated(ordered[below]!, ordered[this.#ranks[2 * i + 1]!]!, fraction);
    }
  }
}

/** One percentile of at least one value. */
export function percentile(values: Float64Array, percent: number): number {
  const output = new Float64Array(1);
  new Percentiles([percent]).transform(values, output);
  return output[0]!;
}

/** Interpolates from the nearer end, like numpy: exact if both values are equal. */
function interpolated(below: number, above: number, fraction: number): number {
  const step = above - below;
  return fraction < 0.5 ? below + step * fraction : above - step * (1 - fraction);
}
