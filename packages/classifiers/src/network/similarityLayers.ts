import type { Layer } from './layer.js';
import { rowLayer } from './rowLayer.js';

/** Examples that a similarity layer compares its input with. */
export interface SimilarityOptions {
  /** `[units, nFeatures]`, row-major */
  readonly examples: Float32Array;
  readonly units: number;
}

/**
 * Similarity to each of `units` examples: exp(-gamma · mean squared difference of the features).
 *
 * @param inputShape `[nFeatures]`
 */
export function rbfSimilarity(
  inputShape: readonly number[],
  { examples, units, gamma }: SimilarityOptions & { readonly gamma: number },
): Layer {
  return rowLayer(inputShape, units, (row, outputs) => {
    for (let unit = 0; unit < units; unit++) {
      const start = unit * row.length;
      let sum = 0;
      for (let i = 0; i < row.length; i++) sum += (row[i]! - examples[start + i]!) ** 2;
      outputs[unit] = Math.exp((-gamma * sum) / row.length);
    }
  });
}

/**
 * Similarity to each of `units` examples: the arc-cosine kernel of degree 1 of the mean product of the features and 1.
 *
 * @param inputShape `[nFeatures]`
 * @see Y. Cho, L. Saul, "Kernel methods for deep learning", 2009, equations 1 and 6,
 *   https://papers.nips.cc/paper/2009/hash/5751ec3e9a4feab575962e78e006250d-Abstract.html
 */
export function arcCosineSimilarity(
  inputShape: readonly number[],
  { examples, units }: SimilarityOptions,
): Layer {
  const nFeatures = inputShape[0]!;
  const lengths = Float64Array.from({ length: units }, (_, unit) =>
    lengthOf(examples.subarray(unit * nFeatures, (unit + 1) * nFeatures)),
  );
  return rowLayer(inputShape, units, (row, outputs) => {
    const length = lengthOf(row);
    for (let unit = 0; unit < units; unit++) {
      const start = unit * nFeatures;
      let sum = 0;
      for (let i = 0; i < nFeatures; i++) sum += row[i]! * examples[start + i]!;
      outputs[unit] = arcCosine(sum / nFeatures + 1, length * lengths[unit]!);
    }
  });
}

/** Root of the mean square and 1. */
function lengthOf(row: Float32Array): number {
  return Math.sqrt(row.reduce((sum, value) => sum + value * value, 0) / row.length + 1);
}

function arcCosine(product: number, lengths: number): number {
  const cosine = Math.min(1, Math.max(-1, product / lengths));
  const sine = Math.sqrt((1 - cosine) * (1 + cosine));
  return (lengths * (sine + (Math.PI - Math.acos(cosine)) * cosine)) / Math.PI;
}
