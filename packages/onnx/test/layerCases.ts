import type { LayersModel } from '@tensorflow/tfjs-layers';
import { convolutionCases } from './cases/convolution.js';
import { coreCases } from './cases/core.js';
import { normalizationCases } from './cases/normalization.js';
import { poolingCases } from './cases/pooling.js';
import { recurrentCases } from './cases/recurrent.js';
import { similarityCases } from './cases/similarity.js';

/** A small model to check a layer with. */
export interface LayerCase {
  /** Keras class name of the layer. */
  readonly layer: string;
  /** What is special about this case: `same padding, stride 2`. */
  readonly what: string;
  /**
   * Builds a model with few weights, any number of layers, and any output. The checks draw its weights from a seed,
   * and put a Dense layer before it to check the gradient of its input too.
   */
  readonly build: () => LayersModel;
  /** Number of examples. @default 3 */
  readonly batch?: number;
  /** Why the gradients cannot be compared with those of TensorFlow.js. */
  readonly unlikeTensorFlow?: string;
  /** For prediction only: there is no training graph. */
  readonly predictionOnly?: true;
  /** For an embedding: inputs are integers from 0 to below this, and there is no Dense layer before the model. */
  readonly integersBelow?: number;
}

/** All cases, one line for each family of layers. */
export const layerCases: readonly LayerCase[] = [
  ...coreCases,
  ...convolutionCases,
  ...poolingCases,
  ...normalizationCases,
  ...recurrentCases,
  ...similarityCases,
];

/** The cases that can be trained. */
export const trainableCases: readonly LayerCase[] = layerCases.filter(
  ({ predictionOnly }) => !predictionOnly,
);

/** The first case of each layer that can be trained. */
export const representativeCases: readonly LayerCase[] = trainableCases.filter(
  ({ layer }, i) => trainableCases.findIndex((other) => other.layer === layer) === i,
);
