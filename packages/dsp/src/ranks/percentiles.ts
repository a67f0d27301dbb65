import { RankSelection } from './rankSelection.js';

/**
 * Percentiles of many lists of values, interpolated linearly between neighbours.
 *
 * @see numpy.percentile(values, percents), https://numpy.org/doc/stable/reference/generated/numpy.percentile.html
 *
 * @example
 * const plan = new Percentiles([25, 50]);
 * plan.transform(Float64Array.of(4, 1, 2, 3), quartiles); // 1.75, 2.5
 */
export class Percentiles {
  readonly #shares: Float64Array;
  /** Of each percentile, the ranks below and above it. */
  readonly #ranks: Int32Array;
  readonly #selection = new RankSelection();

  /** @param percents in [0, 100], ascending */
  constructor(percents: readonly number[]) {
    this.#shares = Float64Array.from(percents, (percent) => percent / 100);
    this.#ranks = new Int32Array(2 * percents.length);
  }

  /**
   * Writes one number a percent.
   *
   * @param values at least one; they are left as they are
   */
  transform(values: Float64Array, output: Float64Array): void {
    const last = values.length - 1;
    for (let i = 0; i < this.#shares.length; i++) {
      const below = Math.floor(last * this.#shares[i]!);
      this.#ranks[2 * i] = below;
      this.#ranks[2 * i + 1] = Math.min(below + 1, last);
    }
    const ordered = this.#selection.select(values, 0, values.length, this.#ranks);
    for (let i = 0; i < this.#shares.length; i++) {
      const below = this.#ranks[2 * i]!;
      const fraction = last * this.#shares[i]! - below;
      output[i] = interpolated(ordered[below]!, ordered[this.#ranks[2 * i + 1]!]!, fraction);
    }
  }
}

/** One percentile of values. */
export function percentile(values: Float64Array, percent: number): number {
  const output = new Float64Array(1);
  new Percentiles([percent]).transform(values, output);
  return output[0]!;
}

/** From the nearer end, as numpy: exact where both values are equal. */
function interpolated(below: number, above: number, fraction: number): number {
  const step = above - below;
  return fraction < 0.5 ? below + step * fraction : above - step * (1 - fraction);
}
