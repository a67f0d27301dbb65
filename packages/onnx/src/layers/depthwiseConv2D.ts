import { OnnxError } from '../errors.js';
import { activated } from './convolution/activated.js';
import { convolve } from './convolution/convolve.js';
import { windowsOf } from './convolution/windows.js';
import type { LayerDefinition } from './layerDefinition.js';

/** Filters of which each sees one channel; `depth_multiplier` of them for each channel. */
export const depthwiseConv2D: LayerDefinition = {
  classNames: ['DepthwiseConv2D'],
  build(layer, [input], scope) {
    const windows = windowsOf(layer, 'kernel_size');
    if (windows.dilations.some((dilation) => dilation > 1)) {
      throw new OnnxError(
        'unsupported-option',
        `Layer "${layer.name}" has dilation_rate ${windows.dilations.join(', ')}, which TensorFlow.js overlooks in a DepthwiseConv2D; use 1, or a SeparableConv2D.`,
        { layer: layer.name },
      );
    }
    const [kernel, bias] = layer.weights;
    return activated(
      layer,
      convolve(input!, { windows, kernel: kernel!, bias, depthwise: true }, scope),
      scope,
    );
  },
};
