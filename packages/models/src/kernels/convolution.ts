import { backend_util } from '@tensorflow/tfjs-core';

/** Attributes of every gradient kernel of a convolution. */
export interface ConvolutionAttributes {
  readonly strides: number | [number, number];
  readonly pad: 'valid' | 'same' | number | backend_util.ExplicitPadding;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
  readonly dataFormat?: 'NHWC' | 'NCHW';
}

/** Sizes of a convolution whose gradient is computed; the WASM backend supports only channels-last. */
export function convolutionSizes(
  inputShape: readonly number[],
  filterShape: readonly number[],
  { strides, pad, dimRoundingMode }: ConvolutionAttributes,
  kind: 'full' | 'depthwise' = 'full',
): backend_util.Conv2DInfo {
  return backend_util.computeConv2DInfo(
    inputShape as [number, number, number, number],
    filterShape as [number, number, number, number],
    strides,
    1,
    pad,
    dimRoundingMode,
    kind === 'depthwise',
    'channelsLast',
  );
}
