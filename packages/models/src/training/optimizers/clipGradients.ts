import type { OptimizerDescription } from './optimizerDescription.js';

type Clipping = Pick<OptimizerDescription, 'clipNorm' | 'clipValue' | 'globalClipNorm'>;

/**
 * Clips gradients to the bound of the description, if it has one; gradients within it are returned unchanged.
 *
 * @see the optimizers of Keras, https://keras.io/api/optimizers/
 */
export function clipGradients(
  gradients: readonly Float32Array[],
  { clipNorm, clipValue, globalClipNorm }: Clipping,
): readonly Float32Array[] {
  if (clipNorm !== undefined) return gradients.map((each) => scale(each, clipNorm / norm([each])));
  if (globalClipNorm !== undefined) {
    const factor = globalClipNorm / norm(gradients);
    return gradients.map((each) => scale(each, factor));
  }
  if (clipValue === undefined) return gradients;
  return gradients.map((each) => each.map((slope) => Math.min(Math.max(slope, -clipValue), clipValue)));
}

/** Multiplies by a factor below 1; larger factors change nothing. */
function scale(gradient: Float32Array, factor: number): Float32Array {
  return factor < 1 ? gradient.map((slope) => slope * factor) : gradient;
}

/** Euclidean norm over all elements. */
function norm(gradients: readonly Float32Array[]): number {
  let sum = 0;
  for (const gradient of gradients) for (const slope of gradient) sum += slope * slope;
  return Math.sqrt(sum);
}
