import { shown } from '@ser/core';
import { OnnxError } from '../errors.js';
import { graphAxis } from '../graph/graphAxis.js';
import type { Tensor } from '../graph/tensor.js';
import { type ElementwiseActivation, elementwiseActivations } from './elementwiseActivations.js';
import { recomputedFrom } from './recomputation.js';
import type { Scope } from './scope.js';

/** The output of an activation and its backward pass, which turns the gradient of the output into that of the input. All have the layout of the input. */
export interface ActivationOutput {
  readonly output: Tensor;
  readonly backward: (gradient: Tensor) => Tensor;
}

/** Emits an activation after a layer. */
export type Activation = (input: Tensor, scope: Scope) => ActivationOutput;

/**
 * The activation with this name, from a layer's `activation` setting or an Activation layer. No name means linear.
 *
 * @throws {SerError} `unsupported-option`; the message lists the supported activations
 */
export function activationOf(name: unknown, layer?: string): Activation {
  if (name === undefined || name === null || name === 'linear') return linear;
  if (name === 'softmax') return softmaxOver(-1);
  if (typeof name === 'string' && Object.hasOwn(elementwiseActivations, name)) {
    return elementwise(elementwiseActivations[name]!);
  }
  const supported = [...Object.keys(elementwiseActivations), 'linear', 'softmax'].sort().join(', ');
  throw new OnnxError(
    'unsupported-option',
    `${layer === undefined ? 'A layer' : `Layer "${layer}"`} has the activation ${shown(name)}, which is not supported. Supported: ${supported}.`,
    layer === undefined ? {} : { layer },
  );
}

/** Turns a function of one element into an activation of tensors. */
export function elementwise(activation: ElementwiseActivation): Activation {
  return (input, scope) => {
    const { graph } = scope;
    const output = { ...input, name: activation.forward(graph, input.name) };
    return {
      output,
      backward(gradient) {
        const name = activation.backward(graph, gradient.name, output.name, input.name);
        const result = { ...gradient, name };
        const read = activation.readsInput ? [gradient, output, input] : [gradient, output];
        const values = read.map((value) => scope.example(value));
        scope.recompute(
          result,
          recomputedFrom(values, (inner, [dy, y, x = '']) => activation.backward(inner, dy!, y!, x)),
        );
        return result;
      },
    };
  };
}

/** Softmax over an axis of Keras (0 is the batch, -1 the channels), in either layout. */
export function softmaxOver(kerasAxis: number): Activation {
  return (input, { graph }) => {
    const axis = graphAxis(input, kerasAxis);
    const y = graph.op('Softmax', [input.name], { axis });
    return {
      output: { ...input, name: y },
      backward(gradient) {
        const dot = graph.op('ReduceSum', [graph.op('Mul', [gradient.name, y]), graph.ints(axis)]);
        return { ...gradient, name: graph.op('Mul', [graph.op('Sub', [gradient.name, dot]), y]) };
      },
    };
  };
}

const linear: Activation = (input) => ({ output: input, backward: (gradient) => gradient });
