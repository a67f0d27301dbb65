import type { LayersModel } from '@tensorflow/tfjs-layers';
import { checkNetwork } from './checkNetwork.js';
import { deepCnnChecks, type DeepCnnDescription } from './deepCnnDescription.js';
import { LayerStack } from './layerStack.js';
import type { NetworkShape } from './networkDescription.js';

/** A description without its kind, and the shape of the data. */
export type DeepCnnOptions = Omit<DeepCnnDescription, 'kind'> & NetworkShape;

/**
 * A deep 1-D convolutional network for classification. All values of a clip, frame after frame, form one signal
 * `[nFrames * nFeatures, 1]`, followed by convolutions (each with ReLU, batch normalization, dropout, and overlapping
 * max-pooling), flatten, dense layers (each with ReLU, batch normalization, and dropout), and softmax. Initial weights
 * are those of Keras, drawn from the seed.
 *
 * Open an engine first: it holds the weights.
 *
 * @returns a plain Sequential model from `[n, nFrames, nFeatures]` to probabilities `[n, nClasses]`
 * @throws {SerError} `invalid-option` for the description, the sizes, and the seed
 *
 * @example
 * await openEngine('auto');
 * const model = deepCnn({ inputShape: [44, 20], nClasses: 7, seed: 1 });
 * model.countParams(); // 2731143
 */
export function deepCnn(options: DeepCnnOptions): LayersModel {
  checkNetwork('deepCnn', options, deepCnnChecks);
  const { filters = [256, 512, 256, 256, 128], kernelSize = 5, poolSize = 5, poolStride = 2 } = options;
  const { dropout = 0.2, dense = [256], denseDropout = 0.5, batchNormalization = true } = options;
  const stack = new LayerStack(options);
  stack.reshape([options.inputShape[0]! * options.inputShape[1]!, 1]);
  for (const nFilters of filters) {
    stack.convolution1d(nFilters, kernelSize);
    if (batchNormalization) stack.batchNormalization();
    stack.dropout(dropout);
    stack.maxPooling1d(poolSize, poolStride);
  }
  stack.flatten();
  for (const units of dense) {
    stack.dense(units, 'relu');
    if (batchNormalization) stack.batchNormalization();
    stack.dropout(denseDropout);
  }
  return stack.classifier(options.nClasses);
}
