import type { ClassifierFiles } from '../classifier/classifier.js';
import { ClassifierError } from '../errors.js';
import { decodeWeights } from '../modelFiles/decodeWeights.js';
import { readNetworkFiles } from '../modelFiles/readNetworkFiles.js';
import { LayerWeights } from './layerWeights.js';
import { type SavedLayer, savedLayers } from './savedLayer.js';

/** The weights of a linear classifier. */
export interface LinearWeights {
  /** Row-major, `[nFeatures, nClasses]`; the features of all frames, one frame after the other. */
  readonly weights: Float32Array;
  /** `[nClasses]` */
  readonly bias: Float32Array;
  readonly nFeatures: number;
  readonly nClasses: number;
}

/**
 * The weights of a saved linear classifier: its probabilities are `softmax(x · weights + bias)`. A weight times the
 * deviation of its feature from the mean is the contribution of the feature to the score of the class.
 *
 * @param files what `save` returns
 * @throws {SerError} `not-linear` when the classifier is more than a softmax of weighted sums; `invalid-model-files`
 *
 * @example
 * const { weights, nClasses } = linearWeights(await classifier.save());
 * weights[feature * nClasses + label];
 */
export function linearWeights(files: ClassifierFiles): LinearWeights {
  const parts = readNetworkFiles(files);
  const dense = onlyDenseLayer(savedLayers(parts.topology));
  const weights = decodeWeights(parts);
  const { shape: [nFeatures = 0, nClasses = 0] = [] } = weights.get(`${dense.name}/kernel`) ?? {};
  const values = new LayerWeights(weights);
  return {
    weights: values.take(dense.name, 'kernel', [nFeatures, nClasses]),
    bias:
      dense.config['use_bias'] === false
        ? new Float32Array(nClasses)
        : values.take(dense.name, 'bias', [nClasses]),
    nFeatures,
    nClasses,
  };
}

function onlyDenseLayer(layers: readonly SavedLayer[]): SavedLayer {
  const computing = layers.filter(({ className }) => className !== 'InputLayer' && className !== 'Flatten');
  const [dense] = computing;
  if (computing.length === 1 && dense!.className === 'Dense' && dense!.config['activation'] === 'softmax') {
    return dense!;
  }
  const names = computing.map(({ className }) => className).join(', ') || 'no layer';
  throw new ClassifierError(
    'not-linear',
    `A linear classifier must be one dense layer with softmax; this one has ${names}.`,
  );
}
