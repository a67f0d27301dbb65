import { shown } from '@ser/core';
import { OnnxError } from '../errors.js';
import type { LayerNode } from '../network/layerNode.js';
import type { LayerDefinition } from './layerDefinition.js';
import { scaleAndCenter } from './normalization/scaleAndCenter.js';

/** Scales the channels of each position to mean 0 and variance 1, multiplies by gamma, and adds beta. */
export const layerNormalization: LayerDefinition = {
  classNames: ['LayerNormalization'],
  build(layer, [input], scope) {
    checkAxis(layer);
    const { graph } = scope;
    const { channelsFirst, shape } = input!;
    const channels = channelsFirst ? 1 : shape.length;
    const others = [0, ...shape.map((_, axis) => axis + 1)].filter((axis) => axis !== channels);
    const meanOf = (name: string) => graph.op('ReduceMean', [name, graph.ints(channels)]);
    const times = (a: string, b: string) => graph.op('Mul', [a, b]);
    const minus = (a: string, b: string) => graph.op('Sub', [a, b]);
    const weights = scaleAndCenter(layer, scope);
    const perChannel = (name: string) =>
      channelsFirst ? graph.op('Reshape', [name, graph.ints(-1, ...shape.slice(1).map(() => 1))]) : name;

    const rest = minus(input!.name, meanOf(input!.name));
    const epsilon = graph.scalar(Number(layer.config.epsilon ?? 1e-3));
    const deviation = graph.op('Sqrt', [graph.op('Add', [meanOf(times(rest, rest)), epsilon])]);
    const normal = graph.op('Div', [rest, deviation]);
    const gamma = perChannel(weights.gamma);
    const y = graph.op('Add', [times(normal, gamma), perChannel(weights.beta)]);
    return {
      output: { ...input!, name: y },
      backward({ name: dy }) {
        const sum = (name: string) => graph.op('ReduceSum', [name, graph.ints(...others)], { keepdims: 0 });
        weights.addGradients(sum(times(dy, normal)), sum(dy));
        if (!scope.needsGradient(input!)) return [undefined];
        const dNormal = times(dy, gamma);
        const alongNormal = times(normal, meanOf(times(dNormal, normal)));
        const dx = graph.op('Div', [minus(minus(dNormal, meanOf(dNormal)), alongNormal), deviation]);
        return [{ ...input!, name: dx }];
      },
    };
  },
};

function checkAxis(layer: LayerNode): void {
  const axes = [layer.config.axis ?? -1].flat();
  const last = layer.outputShape.length;
  if (axes.length === 1 && (axes[0] === -1 || axes[0] === last)) return;
  throw new OnnxError(
    'unsupported-option',
    `Layer "${layer.name}" normalizes axis ${shown(layer.config.axis)}, which is not supported. Use the last axis, -1.`,
    { layer: layer.name },
  );
}
