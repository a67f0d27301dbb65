import { selectWithin } from './selectRanks.js';

/** Most buckets that values are sorted into, between the least and the greatest. */
const mostBuckets = 128;

/**
 * Finds which values stand at some ranks, without sorting the others: all fall into buckets of equal width, and only in
 * buckets of a wanted rank the order matters. Counting instead of comparing leaves a processor little to mispredict,
 * which is what selection spends its time on.
 */
export class RankSelection {
  /** Of each bucket, the last of which is for the greatest values. */
  readonly #ends = new Int32Array(mostBuckets + 1);
  #nBuckets = 0;
  #buckets = new Uint8Array(0);
  #ordered = new Float64Array(0);

  /**
   * Values reordered so that those of the given ranks stand where sorting would put them, with none greater before and
   * none less after them: a buffer of this selection, which the next call overwrites, and which may be longer.
   *
   * @param values finite; they are left as they are
   * @param first of the values that count
   * @param length how many do, at least one
   * @param ranks among them, ascending; equal ones are allowed
   */
  select(values: Float64Array, first: number, length: number, ranks: Int32Array): Float64Array {
    if (this.#ordered.length < length) {
      this.#ordered = new Float64Array(length);
      this.#buckets = new Uint8Array(length);
    }
    this.#nBuckets = Math.min(mostBuckets, length);
    this.#count(values, first, length);
    this.#distribute(values, first, length);
    this.#order(ranks);
    return this.#ordered;
  }

  /** Finds the bucket of each value, and how many each holds. */
  #count(values: Float64Array, first: number, length: number): void {
    const counts = this.#ends;
    const buckets = this.#buckets;
    const nBuckets = this.#nBuckets;
    const last = first + length;
    let least = values[first]!;
    let greatest = least;
    for (let i = first + 1; i < last; i++) {
      const value = values[i]!;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    for (let bucket = 0; bucket <= nBuckets; bucket++) counts[bucket] = 0;
    const scale = greatest > least ? nBuckets / (greatest - least) : 0;
    for (let i = 0; i < length; i++) {
      const bucket = ((values[first + i]! - least) * scale) | 0;
      buckets[i] = bucket;
      counts[bucket]!++;
    }
  }

  /** Moves the values into their buckets, and the counts to where the buckets end. */
  #distribute(values: Float64Array, first: number, length: number): void {
    const ends = this.#ends;
    const buckets = this.#buckets;
    const ordered = this.#ordered;
    const nBuckets = this.#nBuckets;
    let start = 0;
    for (let bucket = 0; bucket <= nBuckets; bucket++) {
      const count = ends[bucket]!;
      ends[bucket] = start;
      start += count;
    }
    for (let i = 0; i < length; i++) {
      const bucket = buckets[i]!;
      const at = ends[bucket]!;
      ordered[at] = values[first + i]!;
      ends[bucket] = at + 1;
    }
  }

  /** Selects within each bucket that a rank falls into. */
  #order(ranks: Int32Array): void {
    const ends = this.#ends;
    const ordered = this.#ordered;
    let firstRank = 0;
    let start = 0;
    for (let bucket = 0; firstRank < ranks.length; bucket++) {
      const end = ends[bucket]!;
      let endRank = firstRank;
      while (endRank < ranks.length && ranks[endRank]! < end) endRank++;
      if (endRank > firstRank) selectWithin(ordered, start, end, ranks, firstRank, endRank);
      firstRank = endRank;
      start = end;
    }
  }
}
