import { type LayersModel, type Sequential, initializers, layers, sequential } from '@tensorflow/tfjs-layers';
import { ModelError } from '../errors.js';
import { deriveSeed, purposes } from '../seeds.js';
import type { Cnn1dDescription, ConvolutionBlock, NetworkShape } from './networkDescription.js';
import { checkNetworkShape } from './checkNetworkShape.js';

export type Cnn1dOptions = Omit<Cnn1dDescription, 'kind'> & NetworkShape;

/**
 * A 1-D convolutional network for classification: convolution blocks over time, flatten or global average
 * pooling, dense layers, softmax. Weights start as Keras's do (Glorot uniform, zero biases), from the seed.
 *
 * An engine must be open: the weights live in it.
 *
 * @returns a plain Sequential model from `[n, nFrames, nFeatures]` to probabilities `[n, nClasses]`
 * @throws {ModelError} `invalid-network` when pooling leaves no frame, `invalid-option` for sizes and seed
 * @see Glorot and Bengio, 2010, https://proceedings.mlr.press/v9/glorot10a.html
 *
 * @example
 * await openEngine();
 * const model = cnn1d({
 *   inputShape: [130, 40], nClasses: 8, seed: 1,
 *   convolutions: [{ filters: 64, kernelSize: 5 }, { filters: 128, kernelSize: 5, dropout: 0.2 }],
 *   dense: [128],
 * });
 * model.countParams(); // 579400
 */
export function cnn1d(options: Cnn1dOptions): LayersModel {
  checkNetworkShape(options, 2);
  checkFramesLeft(options);
  const { dense = [], dropout = 0, pooling = 'flatten', nClasses } = options;
  const momentum = options.batchNormalizationMomentum ?? 0.99;
  const weights = seededWeights(options.seed);
  const model = sequential();
  options.convolutions.forEach((block, i) => {
    const inputShape = i === 0 ? [...options.inputShape] : undefined;
    addConvolution(model, block, { momentum, kernelInitializer: weights(), inputShape });
  });
  model.add(pooling === 'flatten' ? layers.flatten() : layers.globalAveragePooling1d({}));
  for (const units of dense) {
    model.add(layers.dense({ units, activation: 'relu', kernelInitializer: weights() }));
    if (dropout > 0) model.add(layers.dropout({ rate: dropout }));
  }
  model.add(layers.dense({ units: nClasses, activation: 'softmax', kernelInitializer: weights() }));
  return model;
}

interface ConvolutionSettings {
  readonly momentum: number;
  readonly kernelInitializer: ReturnType<typeof initializers.glorotUniform>;
  /** Shape of one example, for the first layer only. */
  readonly inputShape: number[] | undefined;
}

function addConvolution(
  model: Sequential,
  { filters, kernelSize, poolSize = 2, batchNormalization = false, dropout = 0 }: ConvolutionBlock,
  { momentum, kernelInitializer, inputShape }: ConvolutionSettings,
): void {
  model.add(
    layers.conv1d({
      filters,
      kernelSize,
      padding: 'same',
      activation: 'relu',
      kernelInitializer,
      ...(inputShape && { inputShape }),
    }),
  );
  if (batchNormalization) model.add(layers.batchNormalization({ momentum }));
  if (poolSize > 1) model.add(layers.maxPooling1d({ poolSize }));
  if (dropout > 0) model.add(layers.dropout({ rate: dropout }));
}

/** Gives one Glorot initialiser after another, each with a seed of its own. */
function seededWeights(seed: number) {
  let layer = 0;
  return () => initializers.glorotUniform({ seed: deriveSeed(seed, purposes.weights, layer++) });
}

function checkFramesLeft({ inputShape, convolutions }: Cnn1dOptions): void {
  let nFrames = inputShape[0]!;
  convolutions.forEach(({ poolSize = 2 }, i) => {
    const pooled = Math.floor(nFrames / poolSize);
    if (pooled < 1) {
      throw new ModelError(
        'invalid-network',
        `\`convolutions[${i}].poolSize\` of ${poolSize} leaves no frame of ${nFrames} (the input has ` +
          `${inputShape[0]}). Pool less, use fewer blocks, or give longer clips.`,
      );
    }
    nFrames = pooled;
  });
}
