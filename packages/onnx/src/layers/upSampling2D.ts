import { shown } from '@ser/core';
import { OnnxError } from '../errors.js';
import { checkChannelsLast } from './convolution/windows.js';
import type { LayerDefinition } from './layerDefinition.js';

/** Repeats each value `size[0]` times along the first axis and `size[1]` times along the second. */
export const upSampling2D: LayerDefinition = {
  classNames: ['UpSampling2D'],
  build(layer, [input], scope) {
    checkChannelsLast(layer);
    const interpolation = layer.config.interpolation ?? 'nearest';
    if (interpolation !== 'nearest') {
      throw new OnnxError(
        'unsupported-option',
        `Layer "${layer.name}" has interpolation ${shown(interpolation)}, which is not supported. Use "nearest".`,
        { layer: layer.name },
      );
    }
    const { graph } = scope;
    const size = layer.config.size as readonly number[];
    const x = scope.channelsFirst(input!);
    const y = graph.op('Resize', [x.name, '', graph.floats([1, 1, ...size])], {
      mode: 'nearest',
      nearest_mode: 'floor',
      coordinate_transformation_mode: 'asymmetric',
    });
    return {
      output: { name: y, shape: layer.outputShape, channelsFirst: true },
      backward(gradient) {
        if (!scope.needsGradient(input!)) return [undefined];
        const mean = graph.op('AveragePool', [gradient.name], { kernel_shape: size, strides: size });
        const nCopies = size.reduce((product, factor) => product * factor, 1);
        const dx = { ...x, name: graph.op('Mul', [mean, graph.scalar(nCopies)]) };
        return [input!.channelsFirst ? dx : scope.channelsLast(dx)];
      },
    };
  },
};
