import { restoreOrder12, restoreOrder4, restoreOrder8 } from './unrolledPredictors.js';

/** Samples of one channel: int32, or float64 if a difference of channels needs 33 bits. */
export type SampleBlock = Int32Array | Float64Array;

/** A linear predictor in fixed point: a weighted sum of the last samples, shifted right. */
export interface Predictor {
  /** Weights of the last sample, the one before it, and so on; at most 32. */
  readonly coefficients: readonly number[];
  readonly shift: number;
}

/**
 * FLAC's fixed predictors of order 0 to 4: a polynomial through the last samples.
 *
 * @see RFC 9639, section 9.2.5
 */
export const fixedPredictors: readonly Predictor[] = [
  { coefficients: [], shift: 0 },
  { coefficients: [1], shift: 0 },
  { coefficients: [2, -1], shift: 0 },
  { coefficients: [3, -3, 1], shift: 0 },
  { coefficients: [4, -6, 4, -1], shift: 0 },
];

/**
 * Adds the prediction to each residual. `block[0..order)` contains the warm-up samples; the rest is filled.
 *
 * @param bits bits per sample, which determine whether the weighted sum stays within int32
 */
export function restore(
  block: SampleBlock,
  residual: Int32Array,
  { blockSize, bits, predictor }: { blockSize: number; bits: number; predictor: Predictor },
): void {
  const weight = predictor.coefficients.reduce((sum, coefficient) => sum + Math.abs(coefficient), 0);
  const staysInt32 = weight * 2 ** (bits - 1) < 2 ** 31;
  if (block instanceof Int32Array && staysInt32) restoreInt32(block, residual, blockSize, predictor);
  else restoreFloat64(block, residual, blockSize, predictor);
}

function restoreInt32(
  block: Int32Array,
  residual: Int32Array,
  blockSize: number,
  predictor: Predictor,
): void {
  const order = predictor.coefficients.length;
  if (order <= 4) restoreOrder4(block, residual, blockSize, predictor);
  else if (order <= 8) restoreOrder8(block, residual, blockSize, predictor);
  else if (order <= 12) restoreOrder12(block, residual, blockSize, predictor);
  else restoreAnyOrder(block, residual, blockSize, predictor);
}

function restoreAnyOrder(
  block: Int32Array,
  residual: Int32Array,
  blockSize: number,
  predictor: Predictor,
): void {
  const coefficients = Int32Array.from(predictor.coefficients);
  const { shift } = predictor;
  const order = coefficients.length;
  for (let i = order; i < blockSize; i++) {
    let sum = 0;
    for (let j = 0; j < order; j++) sum = (sum + Math.imul(coefficients[j]!, block[i - 1 - j]!)) | 0;
    block[i] = residual[i]! + (sum >> shift);
  }
}

/** Exact: 32 products of a 15-bit weight and a 33-bit sample stay below 2^53. */
function restoreFloat64(
  block: SampleBlock,
  residual: Int32Array,
  blockSize: number,
  predictor: Predictor,
): void {
  const coefficients = Float64Array.from(predictor.coefficients);
  const scale = 2 ** -predictor.shift;
  const order = coefficients.length;
  for (let i = order; i < blockSize; i++) {
    let sum = 0;
    for (let j = 0; j < order; j++) sum += coefficients[j]! * block[i - 1 - j]!;
    block[i] = residual[i]! + Math.floor(sum * scale);
  }
}
