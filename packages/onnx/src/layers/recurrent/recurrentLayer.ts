import type { GraphBuilder } from '../../graph/graphBuilder.js';
import type { Tensor } from '../../graph/tensor.js';
import type { LayerNode, WeightNode } from '../../network/layerNode.js';
import type { LayerOutput } from '../layerDefinition.js';
import type { Scope } from '../scope.js';
import type { CellFactory, RecurrentCell } from './recurrentCell.js';
import type { RecurrentOptions } from './recurrentOptions.js';
import { scanOverTime } from './scanOverTime.js';
import { fromTimeMajor, stackSteps, toTimeMajor } from './timeSteps.js';

/** Emits a recurrent layer. Sequences are in the order of time, even if the layer goes backward. */
export type RecurrentBuild = (
  layer: LayerNode,
  input: Tensor,
  scope: Scope,
  options: RecurrentOptions,
) => LayerOutput;

/**
 * A layer that runs a cell over time. One matrix product projects the input of all steps, then a loop runs the cell.
 * In the backward pass a reversed loop computes the gradient of the projection, and one product each gives those of
 * kernel, bias, and input.
 */
export function recurrentLayer<Kept extends string, Factor extends string>(
  cellOf: CellFactory<Kept, Factor>,
): RecurrentBuild {
  return (layer, input, scope, options) => {
    const { graph } = scope;
    const [kernel, recurrentKernel, bias] = layer.weights as [WeightNode, WeightNode, WeightNode?];
    const cell = cellOf({ graph, recurrentKernel: scope.weight(recurrentKernel), ...options });
    const projection = projectSteps(input, kernel, bias, scope);
    const zeros = zeroState(scope, options.units);
    const run = runForward(cell, projection.output, zeros, scope, options);
    const output = options.returnSequences ? fromTimeMajor(graph, run.sequence, false) : run.last;
    return {
      output: { name: output, shape: layer.outputShape, channelsFirst: false },
      backward(gradient) {
        const gates = runBack(cell, run.kept, gradient, zeros, graph, options);
        scope.addGradient(recurrentKernel, cell.recurrentGradient(run.kept, gates));
        return [projection.backward(gates)];
      },
    };
  };
}

/** Input times kernel plus bias, `[T, N, nGates * units]`, and its backward pass, which gives the gradient of the input. */
function projectSteps(input: Tensor, kernel: WeightNode, bias: WeightNode | undefined, scope: Scope) {
  const { graph } = scope;
  const [nSteps, nFeatures] = input.shape as [number, number];
  const width = kernel.shape[1]!;
  const weights = (bias ? [kernel, bias] : [kernel]).map((weight) => scope.weight(weight));
  const unstack = (value: string, size: number) => graph.op('Reshape', [value, graph.ints(nSteps, -1, size)]);
  const steps = stackSteps(graph, toTimeMajor(graph, input), nFeatures);
  return {
    output: unstack(graph.op('Gemm', [steps, ...weights]), width),
    backward(gradient: string): Tensor | undefined {
      const stacked = stackSteps(graph, gradient, width);
      scope.addGradient(kernel, graph.op('Gemm', [steps, stacked], { transA: 1 }));
      if (bias) scope.addGradient(bias, graph.op('ReduceSum', [stacked, graph.ints(0)], { keepdims: 0 }));
      if (!scope.needsGradient(input)) return undefined;
      const back = unstack(graph.op('Gemm', [stacked, weights[0]!], { transB: 1 }), nFeatures);
      return { ...input, name: fromTimeMajor(graph, back, input.channelsFirst) };
    },
  };
}

interface ForwardRun<Kept extends string> {
  /** Output of the last step of the loop, `[N, units]`. */
  readonly last: string;
  /** Outputs of all steps, `[T, N, units]`. */
  readonly sequence: string;
  readonly kept: Readonly<Record<Kept, string>>;
}

function runForward<Kept extends string, Factor extends string>(
  cell: RecurrentCell<Kept, Factor>,
  projection: string,
  zeros: string,
  scope: Scope,
  options: RecurrentOptions,
): ForwardRun<Kept> {
  const { states, collected } = scanOverTime(scope.graph, {
    backwards: options.goBackwards,
    initial: Array.from({ length: cell.nStates }, () => zeros),
    sequences: { projection },
    step(body, before, slices) {
      const { states, kept } = cell.step(body, slices.projection, before);
      const sequence = options.returnSequences ? { sequence: states[0]! } : {};
      return { states, collected: { ...sequence, ...(scope.training ? kept : {}) } as Collected<Kept> };
    },
  });
  return { last: states[0]!, sequence: collected.sequence, kept: collected };
}

type Collected<Kept extends string> = Record<Kept | 'sequence', string>;

/** Gradient of the projection, `[T, N, nGates * units]`. */
function runBack<Kept extends string, Factor extends string>(
  cell: RecurrentCell<Kept, Factor>,
  kept: Readonly<Record<Kept, string>>,
  gradient: Tensor,
  zeros: string,
  graph: GraphBuilder,
  options: RecurrentOptions,
): string {
  const initial = Array.from({ length: cell.nStates }, () => zeros);
  if (!options.returnSequences) initial[0] = gradient.name;
  const arriving = options.returnSequences ? { arriving: toTimeMajor(graph, gradient) } : {};
  const { collected } = scanOverTime(graph, {
    backwards: !options.goBackwards,
    initial,
    sequences: { ...cell.factors(kept), ...arriving },
    step(body, [hidden, ...others], slices) {
      const whole = options.returnSequences ? body.op('Add', [hidden!, slices.arriving]) : hidden!;
      const { states, projection } = cell.stepBack(body, [whole, ...others], slices);
      return { states, collected: { projection } };
    },
  });
  return collected.projection;
}

/** `[N, units]` of zeros. */
function zeroState(scope: Scope, units: number): string {
  const { graph } = scope;
  const shape = graph.op('Concat', [scope.batchSize(), graph.ints(units)], { axis: 0 });
  return graph.op('Expand', [graph.scalar(0), shape]);
}
