import type { LayersModel } from '@tensorflow/tfjs-layers';
import { checkNetwork } from './checkNetwork.js';
import { cnnLstmChecks, type CnnLstmDescription } from './cnnLstmDescription.js';
import { addConvolutionBlocks, requireFramesLeft } from './convolutionBlocks.js';
import { endWithDense } from './denseHead.js';
import { LayerStack } from './layerStack.js';
import type { NetworkShape } from './networkDescription.js';

/** A description without its kind, and the shape of the data. */
export type CnnLstmOptions = Omit<CnnLstmDescription, 'kind'> & NetworkShape;

/**
 * A convolutional and recurrent network for classification: convolution blocks over time, LSTM or GRU layers, pooling
 * over the remaining frames, dense layers, softmax. Initial weights are those of Keras (recurrent kernels orthogonal, the
 * forget bias of an LSTM is 1), drawn from the seed.
 *
 * Open an engine first: it holds the weights.
 *
 * @returns a plain Sequential model from `[n, nFrames, nFeatures]` to probabilities `[n, nClasses]`
 * @throws {SerError} `invalid-option` for the description, the sizes, and the seed; `invalid-network` when pooling
 *   leaves no frames
 *
 * @example
 * await openEngine('auto');
 * const model = cnnLstm({
 *   inputShape: [188, 59], nClasses: 7, seed: 1,
 *   convolutions: [{ filters: 64, kernelSize: 5 }, { filters: 128, kernelSize: 5 }],
 *   recurrent: [{ units: 64, bidirectional: true }],
 *   pooling: 'attention',
 * });
 * model.countParams(); // 159879
 */
export function cnnLstm(options: CnnLstmOptions): LayersModel {
  checkNetwork('cnnLstm', options, cnnLstmChecks);
  const { inputShape, convolutions, recurrent, pooling = 'last' } = options;
  requireFramesLeft(inputShape[0]!, convolutions);
  const stack = new LayerStack(options);
  addConvolutionBlocks(stack, convolutions);
  recurrent.forEach((block, i) => {
    const isLast = i === recurrent.length - 1;
    stack.recurrent(block, !isLast || pooling !== 'last');
    stack.dropout(block.dropout ?? 0);
  });
  if (pooling === 'average') stack.averagePooling1d();
  if (pooling === 'attention') stack.attentionPooling();
  return endWithDense(stack, options);
}
