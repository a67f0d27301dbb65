import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../errors.js';
import { checkNetwork } from './checkNetwork.js';
import { cnn2dChecks, type Cnn2dDescription, type Size2d } from './cnn2dDescription.js';
import { endWithDense } from './denseHead.js';
import { LayerStack } from './layerStack.js';
import type { NetworkShape } from './networkDescription.js';

/** A description without its kind, and the shape of the data. */
export type Cnn2dOptions = Omit<Cnn2dDescription, 'kind'> & NetworkShape;

/**
 * A 2-D convolutional network for classification: frames by features form an image with one channel, followed by
 * convolution blocks, flatten or global average pooling, dense layers, softmax. Initial weights are those of Keras, drawn from the
 * seed.
 *
 * Open an engine first: it holds the weights.
 *
 * @returns a plain Sequential model from `[n, nFrames, nFeatures]` to probabilities `[n, nClasses]`
 * @throws {SerError} `invalid-option` for the description, the sizes, and the seed; `invalid-network` when pooling
 *   leaves no frames or features
 *
 * @example
 * await openEngine('auto');
 * const model = cnn2d({
 *   inputShape: [188, 128], nClasses: 6, seed: 1,
 *   blocks: [{ filters: 16, kernelSize: 3 }, { filters: 32, kernelSize: [5, 3], poolSize: [4, 2] }],
 *   pooling: 'average',
 * });
 * model.countParams(); // 8070
 */
export function cnn2d(options: Cnn2dOptions): LayersModel {
  checkNetwork('cnn2d', options, cnn2dChecks);
  requireRowsLeft(options);
  const stack = new LayerStack(options);
  stack.reshape([...options.inputShape, 1]);
  for (const block of options.blocks) {
    const { filters, kernelSize, poolSize = 2, batchNormalization = false, dropout = 0 } = block;
    stack.convolution2d(filters, pair(kernelSize));
    if (batchNormalization) stack.batchNormalization();
    if (pair(poolSize).some((size) => size > 1)) stack.maxPooling2d(pair(poolSize));
    stack.dropout(dropout);
  }
  if (options.pooling === 'average') stack.averagePooling2d();
  else stack.flatten();
  return endWithDense(stack, options);
}

function pair(size: Size2d): [number, number] {
  return typeof size === 'number' ? [size, size] : [size[0], size[1]];
}

function requireRowsLeft({ inputShape, blocks }: Cnn2dOptions): void {
  let size = inputShape;
  blocks.forEach(({ poolSize = 2 }, i) => {
    const pooled = pair(poolSize).map((length, axis) => Math.floor(size[axis]! / length));
    if (pooled.some((length) => length < 1)) {
      throw new ModelError(
        'invalid-network',
        `\`blocks[${i}].poolSize\` of ${pair(poolSize).join(' x ')} leaves nothing of ${size.join(' x ')} (the ` +
          `input has ${inputShape.join(' x ')}). Use a smaller pool size, fewer blocks, longer clips, or more features.`,
      );
    }
    size = pooled;
  });
}
