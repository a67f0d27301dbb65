import type { LayersModel } from '@tensorflow/tfjs-layers';
import { checkNetwork } from './checkNetwork.js';
import { cnn1dChecks, type Cnn1dDescription } from './cnn1dDescription.js';
import { addConvolutionBlocks, requireFramesLeft } from './convolutionBlocks.js';
import { endWithDense } from './denseHead.js';
import { LayerStack } from './layerStack.js';
import type { NetworkShape } from './networkDescription.js';

/** A description without its kind, and the shape of the data. */
export type Cnn1dOptions = Omit<Cnn1dDescription, 'kind'> & NetworkShape;

/**
 * A 1-D convolutional network for classification: convolution blocks over time, flatten or global average
 * pooling, dense layers, softmax. Initial weights are those of Keras (Glorot uniform, zero biases), drawn from the seed.
 *
 * Open an engine first: it holds the weights.
 *
 * @returns a plain Sequential model from `[n, nFrames, nFeatures]` to probabilities `[n, nClasses]`
 * @throws {SerError} `invalid-option` for the description, the sizes, and the seed; `invalid-network` when pooling
 *   leaves no frames
 *
 * @example
 * await openEngine('auto');
 * const model = cnn1d({
 *   inputShape: [130, 40], nClasses: 8, seed: 1,
 *   convolutions: [{ filters: 64, kernelSize: 5 }, { filters: 128, kernelSize: 5, dropout: 0.2 }],
 *   dense: [128],
 * });
 * model.countParams(); // 579400
 */
export function cnn1d(options: Cnn1dOptions): LayersModel {
  checkNetwork('cnn1d', options, cnn1dChecks);
  requireFramesLeft(options.inputShape[0]!, options.convolutions);
  const stack = new LayerStack(options);
  addConvolutionBlocks(stack, options.convolutions);
  if (options.pooling === 'average') stack.averagePooling1d();
  else stack.flatten();
  return endWithDense(stack, options);
}
