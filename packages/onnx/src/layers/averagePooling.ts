import type { Tensor } from '../graph/tensor.js';
import { transposedConvolution } from './convolution/inputGradient.js';
import { tapsOf, windowAttributes, type Windows, windowsOf } from './convolution/windows.js';
import type { LayerDefinition } from './layerDefinition.js';
import type { Scope } from './scope.js';

/** The mean of each window, without padding. */
export const averagePooling: LayerDefinition = {
  classNames: ['AveragePooling1D', 'AveragePooling2D'],
  build(layer, [input], scope) {
    const windows = windowsOf(layer, 'pool_size');
    const { kernel_shape, strides, pads } = windowAttributes(windows);
    const x = scope.channelsFirst(input!);
    const y = scope.graph.op('AveragePool', [x.name], { kernel_shape, strides, pads });
    return {
      output: { name: y, shape: layer.outputShape, channelsFirst: true },
      backward(gradient) {
        if (!scope.needsGradient(input!)) return [undefined];
        const dx = { ...x, name: spreadOut(gradient, windows, scope) };
        return [input!.channelsFirst ? dx : scope.channelsLast(dx)];
      },
    };
  },
};

/** Distributes each value of the gradient equally over the elements of its window. */
function spreadOut(gradient: Tensor, windows: Windows, scope: Scope): string {
  const { graph } = scope;
  const nChannels = gradient.shape.at(-1)!;
  const ones = graph.op('Expand', [graph.scalar(1), graph.ints(nChannels, 1, ...windows.size)]);
  const shares = graph.floats(
    elementsInWindows(windows).map((count) => 1 / count),
    windows.outputSizes,
  );
  const share = graph.op('Mul', [gradient.name, shares]);
  return transposedConvolution(share, ones, windows, nChannels, scope);
}

/** Number of input elements in each window, for all windows in row-major order. */
function elementsInWindows(windows: Windows): number[] {
  return tapsOf(windows.outputSizes).map((window) =>
    window.reduce((product, index, axis) => product * elementsAlong(index, axis, windows), 1),
  );
}

function elementsAlong(index: number, axis: number, windows: Windows): number {
  const start = index * windows.strides[axis]! - windows.padsBefore[axis]!;
  const end = Math.min(start + windows.size[axis]!, windows.inputSizes[axis]!);
  return end - Math.max(start, 0);
}
