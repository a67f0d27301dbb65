import { layers, sequential } from '@tensorflow/tfjs-layers';
import type { LayerCase } from '../layerCases.js';

type Pooling1DArgs = Parameters<typeof layers.maxPooling1d>[0];
type Pooling2DArgs = Parameters<typeof layers.maxPooling2d>[0];

/** A single layer. */
const poolingCase = (
  layer: string,
  what: string,
  inputShape: number[],
  create: () => layers.Layer,
): LayerCase => ({
  layer,
  what,
  build: () => sequential({ layers: [layers.inputLayer({ inputShape }), create()] }),
});

/** In the gradient, TensorFlow.js divides by the size of the whole window also at the borders. */
function countsPadding(padding: unknown): Pick<LayerCase, 'unlikeTensorFlow'> {
  return padding === 'same' ? { unlikeTensorFlow: 'counts padding, in the gradient only' } : {};
}

/** A maximum and a mean over the same windows. */
const pooling1D = (what: string, inputShape: number[], args: Pooling1DArgs): LayerCase[] => [
  poolingCase('MaxPooling1D', what, inputShape, () => layers.maxPooling1d({ ...args })),
  {
    ...poolingCase('AveragePooling1D', what, inputShape, () => layers.averagePooling1d({ ...args })),
    ...countsPadding(args.padding),
  },
];

const pooling2D = (what: string, inputShape: number[], args: Pooling2DArgs): LayerCase[] => [
  poolingCase('MaxPooling2D', what, inputShape, () => layers.maxPooling2d({ ...args })),
  {
    ...poolingCase('AveragePooling2D', what, inputShape, () => layers.averagePooling2d({ ...args })),
    ...countsPadding(args.padding),
  },
];

/** Every pooling: adjacent windows, overlapping, with gaps, and at the borders. */
export const poolingCases: readonly LayerCase[] = [
  ...pooling1D('2', [8, 3], { poolSize: 2 }),
  ...pooling1D('2, one position skipped', [7, 2], { poolSize: 2 }),
  ...pooling1D('3, same, one position missing', [8, 2], { poolSize: 3, padding: 'same' }),
  ...pooling1D('5, stride 2, same: overlapping', [9, 2], { poolSize: 5, strides: 2, padding: 'same' }),
  ...pooling1D('3, stride 1', [6, 2], { poolSize: 3, strides: 1 }),
  ...pooling1D('2, stride 3: gaps', [10, 2], { poolSize: 2, strides: 3 }),
  ...pooling1D('the whole input', [4, 3], { poolSize: 4 }),

  ...pooling2D('2 x 2', [4, 6, 2], { poolSize: [2, 2] }),
  ...pooling2D('2 x 3, positions skipped', [5, 7, 2], { poolSize: [2, 3] }),
  ...pooling2D('3 x 3, stride 2, same: overlapping', [6, 5, 2], { poolSize: 3, strides: 2, padding: 'same' }),
  ...pooling2D('overlapping along one axis', [6, 6, 1], { poolSize: [3, 2], strides: [1, 2] }),
  ...pooling2D('2 x 2, same, one row missing', [5, 4, 3], { poolSize: 2, padding: 'same' }),

  poolingCase('GlobalAveragePooling1D', 'frames', [5, 3], () => layers.globalAveragePooling1d()),
  poolingCase('GlobalMaxPooling1D', 'frames', [5, 3], () => layers.globalMaxPooling1d()),
  poolingCase('GlobalAveragePooling2D', 'an image', [3, 4, 2], () =>
    layers.globalAveragePooling2d({ dataFormat: 'channelsLast' }),
  ),
  poolingCase('GlobalMaxPooling2D', 'an image', [3, 4, 2], () =>
    layers.globalMaxPooling2d({ dataFormat: 'channelsLast' }),
  ),
  ...(['globalAveragePooling1d', 'globalMaxPooling1d'] as const).map((global): LayerCase => {
    return {
      layer: global === 'globalMaxPooling1d' ? 'GlobalMaxPooling1D' : 'GlobalAveragePooling1D',
      what: 'after a convolution and a pooling',
      build: () =>
        sequential({
          layers: [
            layers.conv1d({ filters: 3, kernelSize: 3, inputShape: [9, 2] }),
            layers.maxPooling1d({ poolSize: 2 }),
            layers[global]({}),
          ],
        }),
    };
  }),

  poolingCase('ZeroPadding2D', 'one on each side', [2, 3, 2], () => layers.zeroPadding2d()),
  poolingCase('ZeroPadding2D', 'uneven', [2, 3, 2], () =>
    layers.zeroPadding2d({
      padding: [
        [0, 2],
        [1, 0],
      ],
    }),
  ),
  poolingCase('Cropping2D', 'uneven', [5, 4, 2], () =>
    layers.cropping2D({
      cropping: [
        [1, 2],
        [0, 1],
      ],
    }),
  ),
  {
    layer: 'Cropping2D',
    what: 'after a convolution, then padded',
    build: () =>
      sequential({
        layers: [
          layers.conv2d({ filters: 2, kernelSize: 2, inputShape: [5, 5, 1] }),
          layers.cropping2D({ cropping: 1 }),
          layers.zeroPadding2d({ padding: 2 }),
        ],
      }),
  },
  {
    ...poolingCase('UpSampling2D', '2 x 3', [2, 3, 2], () => layers.upSampling2d({ size: [2, 3] })),
    unlikeTensorFlow: 'uses the gradient of the first example for all',
  },
];
