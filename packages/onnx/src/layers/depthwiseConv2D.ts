import { OnnxError } from '../errors.js';
import { activated } from './convolution/activated.js';
import { convolve } from './convolution/convolve.js';
import { windowsOf } from './convolution/windows.js';
import type { LayerDefinition } from './layerDefinition.js';

/** Convolution with `depth_multiplier` filters for each channel; a filter reads only its channel. */
export const depthwiseConv2D: LayerDefinition = {
  classNames: ['DepthwiseConv2D'],
  build(layer, [input], scope) {
    const windows = windowsOf(layer, 'kernel_size');
    if (windows.dilations.some((dilation) => dilation > 1)) {
      throw new OnnxError(
        'unsupported-option',
        `Layer "${layer.name}" has dilation_rate ${windows.dilations.join(', ')}, which TensorFlow.js ignores in a DepthwiseConv2D. Use 1, or a SeparableConv2D.`,
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
