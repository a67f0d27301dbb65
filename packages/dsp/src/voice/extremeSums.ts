/** Buckets that values are sorted into, between the least and the greatest. */
const nBuckets = 32;

/**
 * The sum of the greatest values of a run less that of its least: exact, in linear time, and without branches that a
 * processor could mispredict, which is what sorting and selection spend most of their time on. Values fall into buckets;
 * those of the outer buckets count as a whole, and only the two buckets at the cuts are sorted.
 */
export class ExtremeSums {
  readonly #counts = new Int32Array(nBuckets + 1);
  readonly #buckets: Int32Array;
  readonly #lowerCut: Float64Array;
  readonly #upperCut: Float64Array;

  /** @param maxLength of a run */
  constructor(maxLength: number) {
    this.#buckets = new Int32Array(maxLength);
    this.#lowerCut = new Float64Array(maxLength + 1);
    this.#upperCut = new Float64Array(maxLength + 1);
  }

  /**
   * Of `length` values from `first` on, the `n` greatest less the `n` least.
   *
   * @param n >= 1, at most half the length
   */
  difference(values: Float64Array, first: number, length: number, n: number): number {
    if (!this.#fillBuckets(values, first, length)) return 0;
    const counts = this.#counts;
    let lower = 0;
    let nBelow = 0;
    while (nBelow + counts[lower]! <= n) nBelow += counts[lower++]!;
    let upper = nBuckets;
    let nAbove = 0;
    while (nAbove + counts[upper]! <= n) nAbove += counts[upper--]!;
    const outside = this.#sumOutside(values, first, length, lower, upper);
    const atUpper = sumOfGreatest(this.#upperCut, counts[upper]!, n - nAbove);
    return outside + atUpper - sumOfLeast(this.#lowerCut, counts[lower]!, n - nBelow);
  }

  /** Whether there are any: not where all values are equal. */
  #fillBuckets(values: Float64Array, first: number, length: number): boolean {
    const counts = this.#counts;
    const buckets = this.#buckets;
    let least = values[first]!;
    let greatest = least;
    for (let i = first + 1; i < first + length; i++) {
      const value = values[i]!;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    if (greatest === least) return false;
    const scale = nBuckets / (greatest - least);
    counts.fill(0);
    for (let i = 0; i < length; i++) {
      const bucket = ((values[first + i]! - least) * scale) | 0;
      buckets[i] = bucket;
      counts[bucket]!++;
    }
    return true;
  }

  /** Of values above the upper bucket less those below the lower one; keeps those in the two. */
  #sumOutside(values: Float64Array, first: number, length: number, lower: number, upper: number): number {
    const buckets = this.#buckets;
    const lowerCut = this.#lowerCut;
    const upperCut = this.#upperCut;
    let sum = 0;
    let nLower = 0;
    let nUpper = 0;
    for (let i = 0; i < length; i++) {
      const value = values[first + i]!;
      const bucket = buckets[i]!;
      sum += value * (Number(bucket > upper) - Number(bucket < lower));
      lowerCut[nLower] = value;
      nLower += Number(bucket === lower);
      upperCut[nUpper] = value;
      nUpper += Number(bucket === upper);
    }
    return sum;
  }
}

function sumOfLeast(values: Float64Array, length: number, n: number): number {
  insertionSort(values, length);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  return sum;
}

function sumOfGreatest(values: Float64Array, length: number, n: number): number {
  insertionSort(values, length);
  let sum = 0;
  for (let i = length - n; i < length; i++) sum += values[i]!;
  return sum;
}

function insertionSort(values: Float64Array, length: number): void {
  for (let next = 1; next < length; next++) {
    const value = values[next]!;
    let at = next;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
}
