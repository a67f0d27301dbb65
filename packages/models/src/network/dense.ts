import type { LayersModel } from '@tensorflow/tfjs-layers';
import { checkNetwork } from './checkNetwork.js';
import { denseChecks, type DenseDescription } from './denseDescription.js';
import { LayerStack } from './layerStack.js';
import type { NetworkShape } from './networkDescription.js';

/** A description without its kind, and the shape of the data. */
export type DenseOptions = Omit<DenseDescription, 'kind'> & NetworkShape;

/**
 * A network of dense layers for classification: all values of a clip as one vector, hidden layers, softmax. Initial
 * weights are those of Keras (Glorot uniform, zero biases), drawn from the seed.
 *
 * Open an engine first: it holds the weights.
 *
 * @returns a plain Sequential model from `[n, nFrames, nFeatures]` to probabilities `[n, nClasses]`
 * @throws {SerError} `invalid-option` for the description, the sizes, and the seed
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
