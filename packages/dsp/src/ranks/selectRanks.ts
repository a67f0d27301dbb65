import { DspError } from '../errors.js';

/** Parts this short are sorted: quicker than to split them further. */
const shortPart = 12;

/**
 * Reorders values so that those of the given ranks stand where sorting would put them: Hoare's selection for several
 * ranks at once, without another buffer.
 *
 * @param ranks positions in the sorted values, ascending; equal ones are allowed
 * @see C. A. R. Hoare, "Algorithm 65: find", 1961
 */
export function selectRanks(values: Float64Array, ranks: Int32Array): void {
  selectWithin(values, 0, values.length, ranks, 0, ranks.length);
}

/** Selects `ranks[firstRank]` to `ranks[endRank - 1]`, which all lie in `[left, end)`. */
export function selectWithin(
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
    selectWithin(values, left, cut, ranks, firstRank, endOfLeft);
    // The pivot is the least of the rest: with those that equal it in front, the rest gets shorter each time.
    left = moveEqual(values, cut, end, pivot);
    if (left === cut)
      throw new DspError('invalid-sample', 'Expected finite values to rank, got NaN among them.');
    firstRank = endOfLeft;
    while (firstRank < endRank && ranks[firstRank]! < left) firstRank++;
  }
}

/**
 * Moves the values less than the pivot to the front, and returns where they end. Lomuto's scheme, without a branch that
 * the processor could mispredict.
 */
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

/** The same for those equal to the pivot, which are few. */
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
