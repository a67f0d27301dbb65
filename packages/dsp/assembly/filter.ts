// See src/resample/blockResampler.ts.

/**
 * Filters periodic spectra of the input, and adds the result to the bins of the output, which are 0 before.
 *
 * @param response gains from bin 0 to `last`
 */
export function filter64(
  response: usize,
  last: usize,
  inputRe: usize,
  inputIm: usize,
  nInput: usize,
  outputRe: usize,
  outputIm: usize,
  nOutput: usize,
): void {
  memory.fill(outputRe, 0, nOutput << 4);
  memory.fill(outputIm, 0, nOutput << 4);
  let from = nInput - last;
  let to = (2 * nOutput - last) % nOutput;
  // Bins in a row: up to the end of the input, of the output, or of one side of the response.
  for (let bin: usize = 0, n: usize = 0; bin <= 2 * last; bin += n) {
    const isBelow = bin < last;
    n = min(min(nInput - from, nOutput - to), isBelow ? last - bin : 2 * last + 1 - bin);
    const gain = response + ((isBelow ? last - bin : bin - last) << 3);
    const input = from << 4;
    const output = to << 4;
    addBins(gain, isBelow ? -8 : 8, n, inputRe + input, inputIm + input, outputRe + output, outputIm + output);
    from = from + n === nInput ? 0 : from + n;
    to = to + n === nOutput ? 0 : to + n;
  }
}

function addBins(
  gain: usize,
  step: isize,
  n: usize,
  inputRe: usize,
  inputIm: usize,
  outputRe: usize,
  outputIm: usize,
): void {
  const end = n << 4;
  for (let i: usize = 0; i < end; i += 16, gain += step) {
    const gains = v128.load64_splat(gain);
    const re = f64x2.add(v128.load(outputRe + i), f64x2.mul(gains, v128.load(inputRe + i)));
    const im = f64x2.add(v128.load(outputIm + i), f64x2.mul(gains, v128.load(inputIm + i)));
    v128.store(outputRe + i, re);
    v128.store(outputIm + i, im);
  }
}

/** From two float32 arrays of `n` numbers to `[n, 2]`; up to 3 more are read and written. */
export function pair64(first: usize, second: usize, n: usize, output: usize): void {
  for (let i: usize = 0; i < n; i += 4, output += 64) {
    const a = v128.load(first + (i << 2));
    const b = v128.load(second + (i << 2));
    const low = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const high = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    v128.store(output, f64x2.promote_low_f32x4(low));
    v128.store(output, f64x2.promote_low_f32x4(v128.shuffle<f64>(low, low, 1, 1)), 16);
    v128.store(output, f64x2.promote_low_f32x4(high), 32);
    v128.store(output, f64x2.promote_low_f32x4(v128.shuffle<f64>(high, high, 1, 1)), 48);
  }
}

/** From `[n, 2]` to two float32 arrays of `n` numbers; up to 3 more are read and written. */
export function unpair32(input: usize, n: usize, first: usize, second: usize): void {
  for (let i: usize = 0; i < n; i += 4, input += 64) {
    const a = f32x4.demote_f64x2_zero(v128.load(input));
    const b = f32x4.demote_f64x2_zero(v128.load(input, 16));
    const c = f32x4.demote_f64x2_zero(v128.load(input, 32));
    const d = f32x4.demote_f64x2_zero(v128.load(input, 48));
    const low = v128.shuffle<f64>(a, b, 0, 2);
    const high = v128.shuffle<f64>(c, d, 0, 2);
    v128.store(first + (i << 2), v128.shuffle<f32>(low, high, 0, 2, 4, 6));
    v128.store(second + (i << 2), v128.shuffle<f32>(low, high, 1, 3, 5, 7));
  }
}
