import { OnnxError } from '../errors.js';
import { activated } from './convolution/activated.js';
import { convolve } from './convolution/convolve.js';
import { windowsOf } from './convolution/windows.js';
import type { LayerDefinition } from './layerDefinition.js';

/** Convolution over one or two axes; each filter reads all channels. */
export const conv: LayerDefinition = {
  classNames: ['Conv1D', 'Conv2D'],
  build(layer, [input], scope) {
    const groups = Number(layer.config.groups ?? 1);
    if (groups !== 1) {
      throw new OnnxError(
        'unsupported-option',
        `Layer "${layer.name}" has groups ${groups}, which is not supported. Use groups 1, or DepthwiseConv2D.`,
        { layer: layer.name },
      );
    }
    const [kernel, bias] = layer.weights;
    const windows = windowsOf(layer, 'kernel_size');
    return activated(
      layer,
      convolve(input!, { windows, kernel: kernel!, bias, depthwise: false }, scope),
      scope,
    );
  },
};
