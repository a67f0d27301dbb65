import { OnnxError } from '../errors.js';
import type { Tensor } from '../graph/tensor.js';
import type { LayerNode } from '../network/layerNode.js';
import { activation } from './activation.js';
import { attentionPooling1D } from './attentionPooling1D.js';
import { averagePooling } from './averagePooling.js';
import { conv } from './conv.js';
import { dense } from './dense.js';
import { depthwiseConv2D } from './depthwiseConv2D.js';
import { dropout } from './dropout.js';
import { elu } from './elu.js';
import { flatten } from './flatten.js';
import { globalAveragePooling } from './globalAveragePooling.js';
import { globalMaxPooling } from './globalMaxPooling.js';
import { inLayoutOf } from './inLayoutOf.js';
import { innerLayer } from './innerLayer.js';
import type { LayerDefinition } from './layerDefinition.js';
import { layerNormalization } from './layerNormalization.js';
import { leakyReLU } from './leakyReLU.js';
import { maxPooling } from './maxPooling.js';
import { permute } from './permute.js';
import { recurrent } from './recurrent.js';
import { relu } from './relu.js';
import { repeatVector } from './repeatVector.js';
import { reshape } from './reshape.js';
import { inMemory } from './recomputation.js';
import type { Scope } from './scope.js';
import { separableConv2D } from './separableConv2D.js';
import { softmax } from './softmax.js';

/** Layers that process each example separately, so that a step can be treated as an example. */
const applicable: readonly LayerDefinition[] = [
  activation,
  attentionPooling1D,
  averagePooling,
  conv,
  dense,
  depthwiseConv2D,
  dropout,
  elu,
  flatten,
  globalAveragePooling,
  globalMaxPooling,
  layerNormalization,
  leakyReLU,
  maxPooling,
  permute,
  recurrent,
  relu,
  repeatVector,
  reshape,
  separableConv2D,
  softmax,
];

/** Applies a layer to every step of `[nSteps, …]` separately: the steps of all examples become one large batch. */
export const timeDistributed: LayerDefinition = {
  classNames: ['TimeDistributed'],
  build(layer, [input], scope) {
    const { graph } = scope;
    const [nSteps, ...stepShape] = layer.inputShapes[0] as [number, ...number[]];
    const [, ...outputShape] = layer.outputShape;
    const inner = { ...innerLayer(layer), inputShapes: [stepShape], outputShape };
    const asBatch = (tensor: Tensor, shape: readonly number[]): Tensor => ({
      name: graph.op('Reshape', [scope.channelsLast(tensor).name, graph.ints(-1, ...shape)]),
      shape,
      channelsFirst: false,
    });

    const ofSteps = stepScope(scope, input!, nSteps);
    const built = definitionFor(inner).build(inner, [asBatch(input!, stepShape)], ofSteps);
    const output = asBatch(built.output, layer.outputShape);
    return {
      output,
      backward(gradient) {
        const ofOutput = inLayoutOf(built.output, asBatch(gradient, outputShape), scope);
        const [ofInput] = built.backward(ofOutput);
        return [ofInput && inLayoutOf(input!, asBatch(ofInput, layer.inputShapes[0]!), scope)];
      },
    };
  },
};

/** The scope for the inner layer, with `nSteps` times as many examples. */
function stepScope(scope: Scope, input: Tensor, nSteps: number): Scope {
  const { graph, training } = scope;
  return {
    graph,
    training,
    batchStatistics: training,
    weight: (weight) => scope.weight(weight),
    addGradient: (weight, gradient) => scope.addGradient(weight, gradient),
    update: (weight, value) => scope.update(weight, value),
    channelsFirst: (tensor) => scope.channelsFirst(tensor),
    channelsLast: (tensor) => scope.channelsLast(tensor),
    dropoutMask(layer, spec) {
      const mask = scope.dropoutMask(layer, { ...spec, shape: [nSteps, ...spec.shape] });
      const name = graph.op('Reshape', [mask.name, graph.ints(-1, ...spec.shape)]);
      return { name, example: inMemory({ name, shape: spec.shape }) };
    },
    batchSize: () => graph.op('Mul', [scope.batchSize(), graph.ints(nSteps)]),
    recompute: (tensor, recomputation) => scope.recompute(tensor, recomputation),
    example: (tensor) => scope.example(tensor),
    needsGradient: () => scope.needsGradient(input),
  };
}

function definitionFor(inner: LayerNode): LayerDefinition {
  const definition = applicable.find(({ classNames }) => classNames.includes(inner.className));
  if (definition) return definition;
  const supported = applicable.flatMap(({ classNames }) => classNames).sort();
  throw new OnnxError(
    'unsupported-option',
    `TimeDistributed layer "${inner.name}" contains a ${inner.className}, which is not supported there. Supported: ${supported.join(', ')}.`,
    { layer: inner.name },
  );
}
