// The predictors of most files have orders up to 12. With their coefficients and the last samples in local variables,
// decoding takes a third of the time. Unused coefficients are 0.

/** The weights of the last sample, the one before it, and so on, and the shift of their sum. */
interface Weights {
  readonly coefficients: readonly number[];
  readonly shift: number;
}

/** `restore` for orders up to 4, within int32. */
export function restoreOrder4(
  block: Int32Array,
  residual: Int32Array,
  blockSize: number,
  { coefficients, shift }: Weights,
): void {
  const order = coefficients.length;
  const c0 = coefficients[0] ?? 0;
  const c1 = coefficients[1] ?? 0;
  const c2 = coefficients[2] ?? 0;
  const c3 = coefficients[3] ?? 0;
  let h0 = block[order - 1] ?? 0;
  let h1 = block[order - 2] ?? 0;
  let h2 = block[order - 3] ?? 0;
  let h3 = block[order - 4] ?? 0;
  for (let i = order; i < blockSize; i++) {
    const sum = Math.imul(c0, h0) + Math.imul(c1, h1) + Math.imul(c2, h2) + Math.imul(c3, h3);
    h3 = h2;
    h2 = h1;
    h1 = h0;
    h0 = (residual[i]! + ((sum | 0) >> shift)) | 0;
    block[i] = h0;
  }
}

/** `restore` for orders up to 8, within int32. */
export function restoreOrder8(
  block: Int32Array,
  residual: Int32Array,
  blockSize: number,
  { coefficients, shift }: Weights,
): void {
  const order = coefficients.length;
  const c0 = coefficients[0] ?? 0;
  const c1 = coefficients[1] ?? 0;
  const c2 = coefficients[2] ?? 0;
  const c3 = coefficients[3] ?? 0;
  const c4 = coefficients[4] ?? 0;
  const c5 = coefficients[5] ?? 0;
  const c6 = coefficients[6] ?? 0;
  const c7 = coefficients[7] ?? 0;
  let h0 = block[order - 1] ?? 0;
  let h1 = block[order - 2] ?? 0;
  let h2 = block[order - 3] ?? 0;
  let h3 = block[order - 4] ?? 0;
  let h4 = block[order - 5] ?? 0;
  let h5 = block[order - 6] ?? 0;
  let h6 = block[order - 7] ?? 0;
  let h7 = block[order - 8] ?? 0;
  for (let i = order; i < blockSize; i++) {
    const sum =
      Math.imul(c0, h0) +
      Math.imul(c1, h1) +
      Math.imul(c2, h2) +
      Math.imul(c3, h3) +
      Math.imul(c4, h4) +
      Math.imul(c5, h5) +
      Math.imul(c6, h6) +
      Math.imul(c7, h7);
    h7 = h6;
    h6 = h5;
    h5 = h4;
    h4 = h3;
    h3 = h2;
    h2 = h1;
    h1 = h0;
    h0 = (residual[i]! + ((sum | 0) >> shift)) | 0;
    block[i] = h0;
  }
}

/** `restore` for orders up to 12, within int32. */
export function restoreOrder12(
  block: Int32Array,
  residual: Int32Array,
  blockSize: number,
  { coefficients, shift }: Weights,
): void {
  const order = coefficients.length;
  const c0 = coefficients[0] ?? 0;
  const c1 = coefficients[1] ?? 0;
  const c2 = coefficients[2] ?? 0;
  const c3 = coefficients[3] ?? 0;
  const c4 = coefficients[4] ?? 0;
  const c5 = coefficients[5] ?? 0;
  const c6 = coefficients[6] ?? 0;
  const c7 = coefficients[7] ?? 0;
  const c8 = coefficients[8] ?? 0;
  const c9 = coefficients[9] ?? 0;
  const c10 = coefficients[10] ?? 0;
  const c11 = coefficients[11] ?? 0;
  let h0 = block[order - 1] ?? 0;
  let h1 = block[order - 2] ?? 0;
  let h2 = block[order - 3] ?? 0;
  let h3 = block[order - 4] ?? 0;
  let h4 = block[order - 5] ?? 0;
  let h5 = block[order - 6] ?? 0;
  let h6 = block[order - 7] ?? 0;
  let h7 = block[order - 8] ?? 0;
  let h8 = block[order - 9] ?? 0;
  let h9 = block[order - 10] ?? 0;
  let h10 = block[order - 11] ?? 0;
  let h11 = block[order - 12] ?? 0;
  for (let i = order; i < blockSize; i++) {
    const sum =
      Math.imul(c0, h0) +
      Math.imul(c1, h1) +
      Math.imul(c2, h2) +
      Math.imul(c3, h3) +
      Math.imul(c4, h4) +
      Math.imul(c5, h5) +
      Math.imul(c6, h6) +
      Math.imul(c7, h7) +
      Math.imul(c8, h8) +
      Math.imul(c9, h9) +
      Math.imul(c10, h10) +
      Math.imul(c11, h11);
    h11 = h10;
    h10 = h9;
    h9 = h8;
    h8 = h7;
    h7 = h6;
    h6 = h5;
    h5 = h4;
    h4 = h3;
    h3 = h2;
    h2 = h1;
    h1 = h0;
    h0 = (residual[i]! + ((sum | 0) >> shift)) | 0;
    block[i] = h0;
  }
}
