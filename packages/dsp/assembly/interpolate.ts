// See src/resample/interpolatedResampler.ts.

/**
 * Weighted sums of float32 samples, with weights between two rows of a grid.
 *
 * @param grid float64 rows of `nTaps` weights, a multiple of 4; the rows divide `up` phases by `rowsPerPhase`
 * @param input the first sample of the first sum
 * @param phase of the first output; the next ones follow `whole` samples and `rest` phases later
 */
export function interpolate32(
  grid: usize,
  nTaps: usize,
  input: usize,
  up: f64,
  rowsPerPhase: f64,
  phase: f64,
  whole: usize,
  rest: f64,
  output: usize,
  nOutput: usize,
): void {
  const nBytes = nTaps << 3;
  for (let i: usize = 0; i < nOutput; i++) {
    const position = phase * rowsPerPhase;
    const row = <usize>(<i32>position);
    const between = position - <f64>(<i32>row);
    const weights = grid + row * nBytes;
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let c = f64x2.splat(0);
    let d = f64x2.splat(0);
    for (let k: usize = 0; k < nTaps; k += 4) {
      const four = v128.load(input + (k << 2));
      const low = f64x2.promote_low_f32x4(four);
      const high = f64x2.promote_low_f32x4(v128.shuffle<f64>(four, four, 1, 1));
      const at = weights + (k << 3);
      const next = at + nBytes;
      a = f64x2.add(a, f64x2.mul(v128.load(at), low));
      b = f64x2.add(b, f64x2.mul(v128.load(at, 16), high));
      c = f64x2.add(c, f64x2.mul(v128.load(next), low));
      d = f64x2.add(d, f64x2.mul(v128.load(next, 16), high));
    }
    const sum = sumOf(a, b);
    store<f32>(output + (i << 2), <f32>(sum + between * (sumOf(c, d) - sum)));
    input += whole << 2;
    phase += rest;
    if (phase >= up) {
      phase -= up;
      input += 4;
    }
  }
}

@inline
function sumOf(a: v128, b: v128): f64 {
  const both = f64x2.add(a, b);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
}
