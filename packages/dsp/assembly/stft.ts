// See src/fft/realFft.ts, src/fft/inverseRealFft.ts, and src/spectrum/inverseStft.ts.

/**
 * Bins of two real frames, two float32 rows `[half + 1, 2]`, from the transforms `[half, 2, 2]` of their samples read as
 * complex numbers.
 *
 * @param circle cosine and sine of the angles `π k / half`, of shape `[half, 2]`
 */
export function bins32(packed: usize, circle: usize, half: usize, row: usize, nextRow: usize): void {
  const one = f64x2.splat(0.5);
  const zero = f64x2.splat(0);
  const re0 = v128.load(packed);
  const im0 = v128.load(packed, 16);
  writeBins(row, nextRow, 0, f64x2.add(re0, im0), zero);
  writeBins(row, nextRow, half, f64x2.sub(re0, im0), zero);
  circle += 16;
  for (let k: usize = 1, mirror = half - 1; k <= mirror; k++, mirror--, circle += 16) {
    const a = packed + (k << 5);
    const b = packed + (mirror << 5);
    const re = v128.load(a);
    const im = v128.load(a, 16);
    const mirrorRe = v128.load(b);
    const mirrorIm = v128.load(b, 16);
    const cosine = v128.load64_splat(circle);
    const sine = v128.load64_splat(circle + 8);
    const evenRe = f64x2.mul(one, f64x2.add(re, mirrorRe));
    const evenIm = f64x2.mul(one, f64x2.sub(im, mirrorIm));
    const oddRe = f64x2.mul(one, f64x2.add(im, mirrorIm));
    const oddIm = f64x2.mul(one, f64x2.sub(mirrorRe, re));
    const turnedRe = f64x2.add(f64x2.mul(oddRe, cosine), f64x2.mul(oddIm, sine));
    const turnedIm = f64x2.sub(f64x2.mul(oddIm, cosine), f64x2.mul(oddRe, sine));
    writeBins(row, nextRow, k, f64x2.add(evenRe, turnedRe), f64x2.add(evenIm, turnedIm));
    writeBins(row, nextRow, mirror, f64x2.sub(evenRe, turnedRe), f64x2.sub(turnedIm, evenIm));
  }
}

@inline
function writeBins(row: usize, nextRow: usize, k: usize, re: v128, im: v128): void {
  v128.store64_lane(row + (k << 3), f32x4.demote_f64x2_zero(v128.shuffle<f64>(re, im, 0, 2)), 0);
  v128.store64_lane(nextRow + (k << 3), f32x4.demote_f64x2_zero(v128.shuffle<f64>(re, im, 1, 3)), 0);
}

/** The inverse of `bins32` before the transform: complex numbers `[half, 2, 2]`, with real and imaginary parts swapped. */
export function packBins64(row: usize, nextRow: usize, circle: usize, half: usize, output: usize): void {
  const first = realPartsAt(row, nextRow, 0);
  const last = realPartsAt(row, nextRow, half);
  v128.store(output, f64x2.sub(first, last));
  v128.store(output, f64x2.add(first, last), 16);
  for (let k: usize = 1, mirror = half - 1; k < half; k++, mirror--) {
    circle += 16;
    output += 32;
    const re = realPartsAt(row, nextRow, k);
    const im = imaginaryPartsAt(row, nextRow, k);
    const mirrorRe = realPartsAt(row, nextRow, mirror);
    const mirrorIm = imaginaryPartsAt(row, nextRow, mirror);
    const cosine = v128.load64_splat(circle);
    const sine = v128.load64_splat(circle + 8);
    const turnedRe = f64x2.sub(re, mirrorRe);
    const turnedIm = f64x2.add(im, mirrorIm);
    const oddRe = f64x2.sub(f64x2.mul(turnedRe, cosine), f64x2.mul(turnedIm, sine));
    const oddIm = f64x2.add(f64x2.mul(turnedRe, sine), f64x2.mul(turnedIm, cosine));
    v128.store(output, f64x2.add(f64x2.sub(im, mirrorIm), oddRe));
    v128.store(output, f64x2.sub(f64x2.add(re, mirrorRe), oddIm), 16);
  }
}

@inline
function realPartsAt(row: usize, nextRow: usize, k: usize): v128 {
  return bothOf(v128.load64_zero(row + (k << 3)), v128.load64_zero(nextRow + (k << 3)), false);
}

@inline
function imaginaryPartsAt(row: usize, nextRow: usize, k: usize): v128 {
  return bothOf(v128.load64_zero(row + (k << 3)), v128.load64_zero(nextRow + (k << 3)), true);
}

@inline
function bothOf(a: v128, b: v128, isSecond: bool): v128 {
  if (isSecond) return f64x2.promote_low_f32x4(v128.shuffle<f32>(a, b, 1, 5, 1, 5));
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(a, b, 0, 4, 0, 4));
}

/**
 * Adds one or two windowed frames, `hop` samples apart, to `sums`, and the squares of the window to `squareSums`.
 *
 * @param packed the transforms `[half, 2, 2]` of what `packBins64` wrote
 * @param window of shape `[2 * half]`, and `squares` of it
 */
export function overlapAdd64(
  packed: usize,
  half: usize,
  nFrames: i32,
  hop: usize,
  window: usize,
  squares: usize,
  sums: usize,
  squareSums: usize,
): void {
  const scale = f64x2.splat(0.5 / <f64>half);
  for (let k: usize = 0; k < half; k++) {
    const at = packed + (k << 5);
    const samples = v128.shuffle<f64>(v128.load(at, 16), v128.load(at), 0, 2);
    addTwo(f64x2.mul(samples, scale), k << 4, window, squares, sums, squareSums);
  }
  if (nFrames < 2) return;
  sums += hop << 3;
  squareSums += hop << 3;
  for (let k: usize = 0; k < half; k++) {
    const at = packed + (k << 5);
    const samples = v128.shuffle<f64>(v128.load(at, 16), v128.load(at), 1, 3);
    addTwo(f64x2.mul(samples, scale), k << 4, window, squares, sums, squareSums);
  }
}

@inline
function addTwo(
  samples: v128,
  offset: usize,
  window: usize,
  squares: usize,
  sums: usize,
  squareSums: usize,
): void {
  const weighted = f64x2.mul(v128.load(window + offset), samples);
  v128.store(sums + offset, f64x2.add(v128.load(sums + offset), weighted));
  v128.store(squareSums + offset, f64x2.add(v128.load(squareSums + offset), v128.load(squares + offset)));
}

/** Divides sums by the sums of squares that are above `tiny`, into float32; for an odd `n`, 1 more is written. */
export function normalize32(sums: usize, squareSums: usize, n: usize, tiny: f64, output: usize): void {
  const limit = f64x2.splat(tiny);
  for (let i: usize = 0; i < n; i += 2) {
    const sum = v128.load(sums + (i << 3));
    const divisor = v128.load(squareSums + (i << 3));
    const value = v128.bitselect(f64x2.div(sum, divisor), sum, f64x2.gt(divisor, limit));
    v128.store64_lane(output + (i << 2), f32x4.demote_f64x2_zero(value), 0);
  }
}
