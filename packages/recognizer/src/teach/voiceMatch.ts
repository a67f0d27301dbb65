/** Taught clips that a comparison needs at least. */
const enough = 6;

/**
 * How well the voice of a clip matches that of the taught clips, as a z-score: the cosine between its features and the sum
 * of theirs, compared with the cosines of each taught clip and the sum of the others. Another voice, microphone, or room
 * gives low values.
 *
 * @returns undefined with fewer than six taught clips
 */
export function voiceMatch(row: Float32Array, taught: readonly Float32Array[]): number | undefined {
  if (taught.length < enough) return undefined;
  const units = taught.map(unit);
  const sum = new Float64Array(row.length);
  for (const one of units) one.forEach((value, i) => (sum[i]! += value));
  const own = units.map((one) => cosine(one, difference(sum, one)));
  const mean = own.reduce((total, value) => total + value, 0) / own.length;
  const variance = own.reduce((total, value) => total + (value - mean) ** 2, 0) / own.length;
  return (cosine(row, sum) - mean) / (Math.sqrt(variance) + 0.05);
}

function unit(row: Float32Array): Float64Array {
  const length = Math.sqrt(dot(row, row));
  return Float64Array.from(row, (value) => (length === 0 ? 0 : value / length));
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]!);
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const lengths = Math.sqrt(dot(a, a) * dot(b, b));
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
