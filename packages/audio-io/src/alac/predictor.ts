/** How the samples of one channel are predicted. */
export interface Prediction {
  readonly coefficients: Int16Array;
  /** Bits by which the prediction is shifted down. */
  readonly shift: number;
  /** Bits of the samples. */
  readonly width: number;
}

/** A number of coefficients that stands for a prediction by the previous sample. */
export const firstOrder = 31;

/**
 * Replaces residuals by samples, in place: each sample is predicted from those before it by a filter that adapts.
 *
 * @see `dp_dec.c` of the reference decoder, https://github.com/macosforge/alac
 */
export function predict(samples: Int32Array, n: number, prediction: Prediction): void {
  const { coefficients } = prediction;
  const order = coefficients.length;
  if (order === 0) return;
  const unused = 32 - prediction.width;
  const warmUp = order === firstOrder ? n : Math.min(n, order + 1);
  for (let i = 1; i < warmUp; i++) samples[i] = ((samples[i]! + samples[i - 1]!) << unused) >> unused;
  for (let i = warmUp; i < n; i++) predictOne(samples, i, prediction);
}

function predictOne(samples: Int32Array, i: number, { coefficients, shift, width }: Prediction): void {
  const order = coefficients.length;
  const base = samples[i - order - 1]!;
  let sum = 0;
  for (let k = 0; k < order; k++) {
    sum = (sum + Math.imul(coefficients[k]!, samples[i - 1 - k]! - base)) | 0;
  }
  const residual = samples[i]!;
  const half = shift === 0 ? 0 : 1 << (shift - 1);
  const value = (residual + base + ((sum + half) >> shift)) | 0;
  adapt(samples, i, { coefficients, shift, base, residual });
  const unused = 32 - width;
  samples[i] = (value << unused) >> unused;
}

interface Adaptation {
  readonly coefficients: Int16Array;
  readonly shift: number;
  readonly base: number;
  readonly residual: number;
}

/** Moves the coefficients toward what would have reduced the residual, from the oldest sample, until it is used up. */
function adapt(samples: Int32Array, i: number, { coefficients, shift, base, residual }: Adaptation): void {
  const direction = Math.sign(residual);
  const order = coefficients.length;
  let rest = residual;
  for (let k = order - 1; k >= 0 && rest * direction > 0; k--) {
    const difference = (base - samples[i - 1 - k]!) | 0;
    const sign = Math.sign(difference);
    coefficients[k] = coefficients[k]! - direction * sign;
    rest = (rest - Math.imul(order - k, (direction * sign * difference) >> shift)) | 0;
  }
}
