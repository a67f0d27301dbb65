import { shown } from '@ser/core';
import { OnnxError } from '../../errors.js';
import type { LayerNode } from '../../network/layerNode.js';

/** The windows of a convolution or a pooling. Every list has one entry for each axis except the channels. */
export interface Windows {
  /** Elements in a window. */
  readonly size: readonly number[];
  readonly strides: readonly number[];
  /** Distance between neighboring elements of a window. */
  readonly dilations: readonly number[];
  /** Padding before the input: zeros, or for a pooling nothing. */
  readonly padsBefore: readonly number[];
  /** Padding after the input. */
  readonly padsAfter: readonly number[];
  readonly inputSizes: readonly number[];
  readonly outputSizes: readonly number[];
}

/**
 * Reads `strides`, `dilation_rate` and `padding` (`valid`, `same`, `causal`) of a layer.
 *
 * @param sizeOption name of the option with the size of the windows, such as `kernel_size`
 * @throws {SerError} `unsupported-option` for channels first or another padding
 * @see https://www.tensorflow.org/api_docs/python/tf/nn#notes_on_padding_2
 */
export function windowsOf(layer: LayerNode, sizeOption: 'kernel_size' | 'pool_size'): Windows {
  checkChannelsLast(layer);
  const inputSizes = layer.inputShapes[0]!.slice(0, -1);
  const perAxis = (value: unknown): number[] =>
    inputSizes.map((_, axis) => Number(Array.isArray(value) ? value[axis] : value));
  const size = perAxis(layer.config[sizeOption]);
  const strides = perAxis(layer.config.strides ?? 1);
  const dilations = perAxis(layer.config.dilation_rate ?? 1);
  const axes = inputSizes.map((length, axis) =>
    along(length, (size[axis]! - 1) * dilations[axis]! + 1, strides[axis]!, layer),
  );
  return {
    size,
    strides,
    dilations,
    padsBefore: axes.map((axis) => axis.before),
    padsAfter: axes.map((axis) => axis.after),
    inputSizes,
    outputSizes: axes.map((axis) => axis.length),
  };
}

/** Windows of one element at every position. */
export function everyPosition(sizes: readonly number[]): Windows {
  const ones = sizes.map(() => 1);
  const none = sizes.map(() => 0);
  return {
    size: ones,
    strides: ones,
    dilations: ones,
    padsBefore: none,
    padsAfter: none,
    inputSizes: sizes,
    outputSizes: sizes,
  };
}

/** @throws {SerError} `unsupported-option` when the layer is channels first */
export function checkChannelsLast(layer: LayerNode): void {
  const format = layer.config.data_format;
  if (format === undefined || format === null || format === 'channels_last') return;
  throw new OnnxError(
    'unsupported-option',
    `Layer "${layer.name}" has data_format ${shown(format)}, which is not supported. Use "channels_last".`,
    { layer: layer.name },
  );
}

/** The windows as ONNX attributes. */
export function windowAttributes({ size, strides, dilations, padsBefore, padsAfter }: Windows) {
  return { kernel_shape: size, strides, dilations, pads: [...padsBefore, ...padsAfter] };
}

/** The index of each element of a window, in row-major order: `[0, 0]`, `[0, 1]`, … */
export function tapsOf(size: readonly number[]): number[][] {
  return size.reduce<number[][]>(
    (taps, length) => taps.flatMap((tap) => Array.from({ length }, (_, index) => [...tap, index])),
    [[]],
  );
}

interface WindowsAlong {
  readonly length: number;
  readonly before: number;
  readonly after: number;
}

/** The windows along one axis. Each spans `extent` elements, gaps included. */
function along(inputLength: number, extent: number, stride: number, layer: LayerNode): WindowsAlong {
  const { padding } = layer.config;
  if (padding === undefined || padding === 'valid') {
    return { length: Math.floor((inputLength - extent) / stride) + 1, before: 0, after: 0 };
  }
  if (padding === 'causal') {
    return { length: Math.ceil(inputLength / stride), before: extent - 1, after: 0 };
  }
  if (padding === 'same') {
    const length = Math.ceil(inputLength / stride);
    const total = Math.max((length - 1) * stride + extent - inputLength, 0);
    const before = Math.floor(total / 2);
    return { length, before, after: total - before };
  }
  throw new OnnxError(
    'unsupported-option',
    `Layer "${layer.name}" has padding ${shown(padding)}, which is not supported. Supported: causal, same, valid.`,
    { layer: layer.name },
  );
}
