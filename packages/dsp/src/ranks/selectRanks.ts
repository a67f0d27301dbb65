import { DspError } from '../errors.js';

/** Parts of at most this length are sorted, which is faster than partitioning them further. */
const shortPart = 12;

/**
 * Partially sorts values in place, so that the values of the given ranks are where sorting would put them: quickselect
 * for several ranks at once, in linear time on average.
 *
 * @param values finite numbers
 * @param ranks positions in the sorted values, ascending, possibly with repetitions
 * @see C. A. R. Hoare, "Algorithm 65: find", 1961
 */
export function selectRanks(values: Float64Array, ranks: Int32Array): void {
  select(values, 0, values.length, ranks, 0, ranks.length);
}

/** Selects `ranks[firstRank]` to `ranks[endRank - 1]`, all of which are in `[left, end)`. */
function select(
  values: Float64Array,
  left: number,
  end: number,
  ranks: Int32Array,
  firstRank: number,
  endRank: number,
): void {
  while (firstRank < endRank) {
    if (end - left <= shortPart) return insertionSort(values, left, end);
    const pivot = medianOfThree(values[left]!, values[(left + end) >> 1]!, values[end - 1]!);
    const cut = moveSmaller(values, left, end, pivot);
    let endOfLeft = firstRank;
    while (endOfLeft < endRank && ranks[endOfLeft]! < cut) endOfLeft++;
    select(values, left, cut, ranks, firstRank, endOfLeft);
    // The pivot is the minimum of the rest: moving all values equal to it to the front makes the rest shorter.
    left = moveEqual(values, cut, end, pivot);
    if (left === cut) throw new DspError('invalid-sample', 'Values to rank must be finite; got NaN.');
    firstRank = endOfLeft;
    while (firstRank < endRank && ranks[firstRank]! < left) firstRank++;
  }
}

/** Moves values less than the pivot to the front and returns their end (Lomuto's scheme, without branches). */
function moveSmaller(values: Float64Array, left: number, end: number, pivot: number): number {
  let cut = left;
  for (let i = left; i < end; i++) {
    const value = values[i]!;
    values[i] = values[cut]!;
    values[cut] = value;
    cut += Number(value < pivot);
  }
  return cut;
}

/** Moves values equal to the pivot, which are few, to the front and returns their end. */
function moveEqual(values: Float64Array, left: number, end: number, pivot: number): number {
  let cut = left;
  for (let i = left; i < end; i++) {
    const value = values[i]!;
    if (value !== pivot) continue;
    values[i] = values[cut]!;
    values[cut++] = value;
  }
  return cut;
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function insertionSort(values: Float64Array, left: number, end: number): void {
  for (let next = left + 1; next < end; next++) {
    const value = values[next]!;
    let at = next;
    for (; at > left && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
}
