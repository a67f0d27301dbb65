import type { LayersModel } from '@tensorflow/tfjs-layers';
import { checkNetwork } from './checkNetwork.js';
import { denseChecks, type DenseDescription } from './denseDescription.js';
import { LayerStack } from './layerStack.js';
import type { NetworkShape } from './networkDescription.js';

export type DenseOptions = Omit<DenseDescription, 'kind'> & NetworkShape;

/**
 * A network of dense layers for classification: all values of a clip in one vector, hidden layers, softmax. Weights
 * start as Keras's do (Glorot uniform, zero biases), from the seed.
 *
 * An engine must be open: the weights live in it.
 *
 * @returns a plain Sequential model from `[n, nFrames, nFeatures]` to probabilities `[n, nClasses]`
 * @throws {SerError} `invalid-network` for a wrong option, `invalid-option` for sizes and seed
 *
 * @example
 * await openEngine('auto');
 * const model = dense({ inputShape: [1, 180], nClasses: 6, seed: 1, units: [256, 128, 64], dropout: 0.3 });
 * model.countParams(); // 87878
 */
export function dense(options: DenseOptions): LayersModel {
  checkNetwork('dense', options, denseChecks);
  const { inputDropout = 0, dropout = 0, batchNormalization = false, activation = 'relu' } = options;
  const stack = new LayerStack(options);
  stack.flatten();
  stack.dropout(inputDropout);
  for (const units of options.units) {
    stack.dense(units, activation);
    if (batchNormalization) stack.batchNormalization();
    stack.dropout(dropout);
  }
  return stack.classifier(options.nClasses);
}
