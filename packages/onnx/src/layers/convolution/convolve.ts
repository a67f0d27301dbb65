import type { Tensor } from '../../graph/tensor.js';
import type { WeightNode } from '../../network/layerNode.js';
import type { LayerOutput } from '../layerDefinition.js';
import type { Scope } from '../scope.js';
import { filterGradients } from './filterGradients.js';
import { inputGradient } from './inputGradient.js';
import { windowAttributes, type Windows } from './windows.js';

/** A convolution: its windows and its weights. */
export interface Convolution {
  readonly windows: Windows;
  /** `[...size, nChannels, nFilters]`; depthwise `[...size, nChannels, nFiltersPerChannel]`. */
  readonly kernel: WeightNode;
  readonly bias?: WeightNode | undefined;
  /** Whether every channel has its own filters. */
  readonly depthwise: boolean;
}

/**
 * Emits a convolution. The result is channels first and without activation.
 *
 * @param needsInputGradient whether the input needs a gradient; by default the scope decides
 */
export function convolve(
  input: Tensor,
  convolution: Convolution,
  scope: Scope,
  needsInputGradient = () => scope.needsGradient(input),
): LayerOutput {
  const { graph } = scope;
  const { windows, bias, depthwise } = convolution;
  const x = scope.channelsFirst(input);
  const filters = onnxFilters(convolution, scope);
  const group = depthwise ? input.shape.at(-1)! : 1;
  const inputs = bias ? [x.name, filters, scope.weight(bias)] : [x.name, filters];
  const output: Tensor = {
    name: graph.op('Conv', inputs, { ...windowAttributes(windows), group }),
    shape: [...windows.outputSizes, nFilters(convolution)],
    channelsFirst: true,
  };
  return {
    output,
    backward(gradient) {
      const gradients = filterGradients(x, gradient, convolution, scope);
      scope.addGradient(convolution.kernel, gradients.kernel);
      if (bias) scope.addGradient(bias, gradients.bias);
      if (!needsInputGradient()) return [undefined];
      const dx = { ...x, name: inputGradient(gradients.output, filters, convolution, scope) };
      return [input.channelsFirst ? dx : scope.channelsLast(dx)];
    },
  };
}

/** The kernel in ONNX's layout, `[nFilters, nChannels of one group, ...size]`. */
function onnxFilters({ kernel, depthwise, windows }: Convolution, scope: Scope): string {
  const { graph } = scope;
  const nAxes = windows.size.length;
  const axes = windows.size.map((_, axis) => axis);
  const name = scope.weight(kernel);
  if (!depthwise) return graph.op('Transpose', [name], { perm: [nAxes + 1, nAxes, ...axes] });
  const channelByChannel = graph.op('Transpose', [name], { perm: [nAxes, nAxes + 1, ...axes] });
  return graph.op('Reshape', [channelByChannel, graph.ints(-1, 1, ...windows.size)]);
}

function nFilters({ kernel, depthwise }: Convolution): number {
  const [nChannels, nPerChannel] = kernel.shape.slice(-2);
  return depthwise ? nChannels! * nPerChannel! : nPerChannel!;
}
