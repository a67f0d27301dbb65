import { shown } from '@ser/core';
import { OnnxError } from '../errors.js';
import { float } from '../graph/attributes.js';
import type { GraphBuilder } from '../graph/graphBuilder.js';
import { shapeInGraph } from '../graph/shapeInGraph.js';
import type { Tensor } from '../graph/tensor.js';
import type { LayerNode, WeightNode } from '../network/layerNode.js';
import type { LayerDefinition } from './layerDefinition.js';
import { batchMoments, type Moments } from './normalization/batchMoments.js';
import { normalizationGradient } from './normalization/normalizationGradient.js';
import { scaleAndCenter } from './normalization/scaleAndCenter.js';
import { recomputedFrom, tensorInMemory } from './recomputation.js';
import type { Scope } from './scope.js';

/**
 * Scales each channel to mean 0 and variance 1, multiplies by gamma, and adds beta.
 *
 * In training, mean and variance are those of the batch, and the moving averages are updated as in Keras 3 and
 * TensorFlow.js: the variance is divided by n. (Keras 2 divided that of images by n - 1.) A layer that is not
 * trainable uses the moving averages in training too, as in Keras.
 */
export const batchNormalization: LayerDefinition = {
  classNames: ['BatchNormalization'],
  build(layer, [input], scope) {
    checkAxis(layer);
    const x = scope.channelsFirst(input!);
    const [movingMean, movingVariance] = layer.weights.slice(-2) as [WeightNode, WeightNode];
    const { gamma, beta, addGradients } = scaleAndCenter(layer, scope);
    const usesBatch = scope.batchStatistics && layer.config.trainable !== false;
    const moments: Moments = usesBatch
      ? batchMoments(x, scope)
      : { mean: scope.weight(movingMean), variance: scope.weight(movingVariance) };
    if (usesBatch) {
      updateAverage(movingMean, moments.mean, layer, scope);
      updateAverage(movingVariance, moments.variance, layer, scope);
    }
    const epsilon = Number(layer.config.epsilon ?? 1e-3);
    const output = normalized(x, [gamma, beta, moments.mean, moments.variance], epsilon, scope);
    return {
      output,
      backward(gradient) {
        const back = normalizationGradient(x, gradient, { ...moments, gamma, epsilon, usesBatch }, scope);
        addGradients(back.gamma, back.beta);
        if (!scope.needsGradient(input!)) return [undefined];
        return [input!.channelsFirst ? back.input : scope.channelsLast(back.input)];
      },
    };
  },
};

/** (x - mean) / deviation · gamma + beta. @param perChannel gamma, beta, mean and variance */
function normalized(x: Tensor, perChannel: readonly string[], epsilon: number, scope: Scope): Tensor {
  const emit = (graph: GraphBuilder, batch: string) =>
    graph.op('BatchNormalization', [batch, ...perChannel], { epsilon: float(epsilon) });
  const output = { ...x, name: emit(scope.graph, x.name) };
  const shape = shapeInGraph(x);
  if (shape.length > 1) {
    const ofExample = (graph: GraphBuilder, example: string) => {
      const batch = graph.op('Reshape', [example, graph.ints(1, ...shape)]);
      return graph.op('Reshape', [emit(graph, batch), graph.ints(...shape)]);
    };
    scope.recompute(
      output,
      recomputedFrom([tensorInMemory(x)], (graph, [example]) => ofExample(graph, example!)),
    );
  }
  return output;
}

/** moving · momentum + value · (1 - momentum) in training, otherwise the value itself. */
function updateAverage(moving: WeightNode, value: string, layer: LayerNode, scope: Scope): void {
  const { graph } = scope;
  if (!scope.training) return scope.update(moving, value);
  const momentum = Number(layer.config.momentum ?? 0.99);
  const kept = graph.op('Mul', [scope.weight(moving), graph.scalar(momentum)]);
  const added = graph.op('Mul', [value, graph.scalar(1 - momentum)]);
  scope.update(moving, graph.op('Add', [kept, added]));
}

function checkAxis(layer: LayerNode): void {
  const { axis } = layer.config;
  const last = layer.outputShape.length;
  if (axis === undefined || axis === -1 || axis === last) return;
  throw new OnnxError(
    'unsupported-option',
    `Layer "${layer.name}" normalizes axis ${shown(axis)}, which is not supported. Use the last axis, -1.`,
    { layer: layer.name },
  );
}
