import type { OptimizerDescription } from './optimizerDescription.js';

type Clipping = Pick<OptimizerDescription, 'clipNorm' | 'clipValue' | 'globalClipNorm'>;

/**
 * Gradients within the bound that is given, if one is: the same arrays where they are within it already.
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

/** Never longer than it was. */
function scale(gradient: Float32Array, factor: number): Float32Array {
  return factor < 1 ? gradient.map((slope) => slope * factor) : gradient;
}

/** Euclidean, over all elements. */
function norm(gradients: readonly Float32Array[]): number {
  let sum = 0;
  for (const gradient of gradients) for (const slope of gradient) sum += slope * slope;
  return Math.sqrt(sum);
}
