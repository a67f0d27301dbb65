import type { LayersModel } from '@tensorflow/tfjs-layers';
import { convolutionCases } from './cases/convolution.js';
import { coreCases } from './cases/core.js';
import { normalizationCases } from './cases/normalization.js';
import { poolingCases } from './cases/pooling.js';
import { recurrentCases } from './cases/recurrent.js';

/** A small model in which a layer is checked: its export against TensorFlow.js, its gradients against two others. */
export interface LayerCase {
  /** Keras class name of the layer. */
  readonly layer: string;
  /** What is special about this one: `same padding, stride 2`. */
  readonly what: string;
  /**
   * A model of few weights, with any number of layers and any output. The checks draw its weights anew from a seed,
   * and put a Dense layer before it, so that the gradient of its input is checked too.
   */
  readonly build: () => LayersModel;
  /** Number of examples. @default 3 */
  readonly batch?: number;
  /** Why the gradients of TensorFlow.js are no measure of this one: what they get wrong, or cannot do. */
  readonly unlikeTensorFlow?: string;
  /** Inputs are integers from 0 to below this, for an embedding; nothing is put before the model. */
  readonly integersBelow?: number;
}

/** One line for each family of layers. */
export const layerCases: readonly LayerCase[] = [
  ...coreCases,
  ...convolutionCases,
  ...poolingCases,
  ...normalizationCases,
  ...recurrentCases,
];
