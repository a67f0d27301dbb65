/**
 * Reorders values so that the `n` smallest stand first, in any order: Hoare's selection, in linear time and without
 * another buffer.
 *
 * @see C. A. R. Hoare, "Algorithm 65: find", 1961
 */
export function partition(values: Float64Array, n: number): void {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >> 1]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const swapped = values[i]!;
      values[i++] = values[j]!;
      values[j--] = swapped;
    }
    // All up to j are at most the pivot, all from i on at least: go on in the part that the cut lies in.
    if (n <= j) right = j;
    else if (n > i) left = i;
    else return;
  }
}
