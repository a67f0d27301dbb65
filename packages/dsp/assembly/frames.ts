/**
 * Cuts two windowed frames of float32 samples, `hop` samples apart, into `[length, 2]`.
 *
 * @param samples of the first frame; 1 more sample after the last frame is read
 * @param window padded with a zero to an even length
 * @param length of the window
 * @param output rows for the window, and perhaps 1 more, which becomes 0
 */
export function frames64(samples: usize, hop: usize, window: usize, length: usize, output: usize): void {
  const step = hop << 2;
  for (let i: usize = 0; i < length; i += 2) {
    const at = samples + (i << 2);
    const weights = v128.load(window + (i << 3));
    const a = f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(at)), weights);
    const b = f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(at + step)), weights);
    const to = output + (i << 4);
    v128.store(to, v128.shuffle<f64>(a, b, 0, 2));
    v128.store(to, v128.shuffle<f64>(a, b, 1, 3), 16);
  }
}

/** Like `frames64`, for float64 samples. */
export function framesOf64(samples: usize, hop: usize, window: usize, length: usize, output: usize): void {
  const step = hop << 3;
  for (let i: usize = 0; i < length; i += 2) {
    const at = samples + (i << 3);
    const weights = v128.load(window + (i << 3));
    const a = f64x2.mul(v128.load(at), weights);
    const b = f64x2.mul(v128.load(at + step), weights);
    const to = output + (i << 4);
    v128.store(to, v128.shuffle<f64>(a, b, 0, 2));
    v128.store(to, v128.shuffle<f64>(a, b, 1, 3), 16);
  }
}

/** Like `framesOf64`, for frames from which a mean is subtracted first. */
export function framesWithoutMean64(
  samples: usize,
  hop: usize,
  window: usize,
  length: usize,
  mean: f64,
  nextMean: f64,
  output: usize,
): void {
  const step = hop << 3;
  const means = f64x2.splat(mean);
  const nextMeans = f64x2.splat(nextMean);
  for (let i: usize = 0; i < length; i += 2) {
    const at = samples + (i << 3);
    const weights = v128.load(window + (i << 3));
    const a = f64x2.mul(f64x2.sub(v128.load(at), means), weights);
    const b = f64x2.mul(f64x2.sub(v128.load(at + step), nextMeans), weights);
    const to = output + (i << 4);
    v128.store(to, v128.shuffle<f64>(a, b, 0, 2));
    v128.store(to, v128.shuffle<f64>(a, b, 1, 3), 16);
  }
}
