// See src/cepstrum/dctPlan.ts. A lane here is a coefficient: an even one, a sum of sums, and an odd one, of differences.

/**
 * Cosine transforms of rows `[nRows, size]` in float32.
 *
 * @param folded room for `[ceil(size / 2), 2]` numbers
 * @param basis of shape `[nCoefficients / 8, ceil(size / 2), 8]`
 * @param nCoefficients a multiple of 8
 * @param output of shape `[nRows, nCoefficients]`
 */
export function dct64(
  rows: usize,
  nRows: usize,
  size: usize,
  folded: usize,
  basis: usize,
  nCoefficients: usize,
  output: usize,
): void {
  const half = (size + 1) >> 1;
  for (let row: usize = 0; row < nRows; row++, rows += size << 2) {
    fold(rows, size, half, folded);
    let weights = basis;
    for (let k: usize = 0; k < nCoefficients; k += 8, weights += half << 6, output += 64) {
      eight(folded, half, weights, output);
    }
  }
}

@inline
function fold(row: usize, size: usize, half: usize, folded: usize): void {
  const last = row + (size << 2) - 4;
  for (let n: usize = 0; n < half; n++) {
    const value = <f64>load<f32>(row + (n << 2));
    const mirrored = <f64>load<f32>(last - (n << 2));
    store<f64>(folded + (n << 4), value + mirrored);
    store<f64>(folded + (n << 4), value - mirrored, 8);
  }
  if ((size & 1) === 1) store<f64>(folded + ((half - 1) << 4), <f64>load<f32>(row + ((half - 1) << 2)));
}

@inline
function eight(folded: usize, half: usize, weights: usize, output: usize): void {
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  let c = f64x2.splat(0);
  let d = f64x2.splat(0);
  const end = folded + (half << 4);
  for (; folded < end; folded += 16, weights += 64) {
    const value = v128.load(folded);
    a = f64x2.add(a, f64x2.mul(value, v128.load(weights)));
    b = f64x2.add(b, f64x2.mul(value, v128.load(weights, 16)));
    c = f64x2.add(c, f64x2.mul(value, v128.load(weights, 32)));
    d = f64x2.add(d, f64x2.mul(value, v128.load(weights, 48)));
  }
  v128.store(output, a);
  v128.store(output, b, 16);
  v128.store(output, c, 32);
  v128.store(output, d, 48);
}
