import type { LayersModel } from '@tensorflow/tfjs-layers';
import { checkNetwork } from './checkNetwork.js';
import { cnnLstmChecks, type CnnLstmDescription } from './cnnLstmDescription.js';
import { addConvolutionBlocks, checkFramesLeft } from './convolutionBlocks.js';
import { endWithDense } from './denseHead.js';
import { LayerStack } from './layerStack.js';
import type { NetworkShape } from './networkDescription.js';

export type CnnLstmOptions = Omit<CnnLstmDescription, 'kind'> & NetworkShape;

/**
 * A convolutional and recurrent network for classification: convolution blocks over time, LSTM or GRU layers, pooling
 * over what frames are left, dense layers, softmax. Weights start as Keras's do (recurrent kernels orthogonal, the
 * LSTM's forget bias at one), from the seed.
 *
 * An engine must be open: the weights live in it.
 *
 * @returns a plain Sequential model from `[n, nFrames, nFeatures]` to probabilities `[n, nClasses]`
 * @throws {SerError} `invalid-network` for a wrong option, and when pooling leaves no frame; `invalid-option` for
 *   sizes and seed
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
  checkFramesLeft(inputShape[0]!, convolutions);
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
