import { activated } from './convolution/activated.js';
import { convolve } from './convolution/convolve.js';
import { everyPosition, windowsOf } from './convolution/windows.js';
import type { LayerDefinition, LayerOutput } from './layerDefinition.js';

/** A depthwise convolution, then a convolution with windows of one element that mixes the channels. */
export const separableConv2D: LayerDefinition = {
  classNames: ['SeparableConv2D'],
  build(layer, [input], scope) {
    const [depthKernel, pointKernel, bias] = layer.weights;
    const windows = windowsOf(layer, 'kernel_size');
    const depthwise = convolve(input!, { windows, kernel: depthKernel!, depthwise: true }, scope);
    const pointwise = convolve(
      depthwise.output,
      { windows: everyPosition(windows.outputSizes), kernel: pointKernel!, bias, depthwise: false },
      scope,
      () => true,
    );
    const both: LayerOutput = {
      output: pointwise.output,
      backward: (gradient) => depthwise.backward(pointwise.backward(gradient)[0]!),
    };
    return activated(layer, both, scope);
  },
};
