import type { GraphBuilder } from '../graph/graphBuilder.js';
import type { GraphScope } from '../layers/graphScope.js';
import type { WeightNode } from '../network/layerNode.js';
import { clipAll, clipEach } from './clipGradients.js';
import { join, sizeOf, split } from './joinedVector.js';
import type { OptimizerDescription } from './optimizers/optimizerDescription.js';
import { optimizerOf } from './optimizers/optimizerOf.js';
import type { Slots } from './optimizers/optimizer.js';
import type { OptimizerState, TrainedWeight, TrainingGraph } from './trainingGraph.js';

/** The optimizer's part of a training graph. */
export type OptimizerOutputs = Pick<TrainingGraph, 'weights' | 'state' | 'scalars'>;

/** Emits the update of every weight. Weights and optimizer state become inputs and outputs of the graph. */
export function emitStep(scope: GraphScope, description: OptimizerDescription): OptimizerOutputs {
  const { graph } = scope;
  const trained = [...scope.weights].filter((weight) => scope.gradients.has(weight));
  const shapes = trained.map((weight) => weight.shape);
  const found = trained.map((weight) => scope.gradients.get(weight)!);
  const gradients = clipEach(graph, found, description);
  const gradient = awayFromZero(graph, clipAll(graph, join(graph, gradients), description));

  const scalars = scalarInputs(graph);
  const slots = slotInputs(
    graph,
    shapes.reduce((sum, shape) => sum + sizeOf(shape), 0),
  );
  const optimizer = optimizerOf(description, graph, scalars);
  const moves = split(graph, optimizer.move(gradient, slots), shapes);
  const changed = new Map(scope.updates);
  trained.forEach((weight, i) => {
    const start = optimizer.decay ? optimizer.decay(weight.name) : weight.name;
    changed.set(weight, graph.op('Sub', [start, moves[i]!]));
  });
  return { weights: declareWeights(scope, changed), state: slots.state, scalars: scalars.used };
}

/**
 * Keeps the state of an optimizer from decaying into denormal numbers, which processors compute many times more
 * slowly, when a gradient stays 0, for example after a dead ReLU. The offset is too small to change a weight.
 */
function awayFromZero(graph: GraphBuilder, gradient: string): string {
  return graph.op('Add', [gradient, graph.scalar(1e-16)]);
}

/** Scalars that become inputs of the graph when they are first used. */
function scalarInputs(graph: GraphBuilder) {
  const used: ('learningRate' | 'step')[] = [];
  const scalar = (name: 'learningRate' | 'step') => {
    if (!used.includes(name)) {
      graph.input(name, 'float', []);
      used.push(name);
    }
    return name;
  };
  return { used, learningRate: () => scalar('learningRate'), step: () => scalar('step') };
}

/** Optimizer slots, which become inputs and outputs of the graph, such as `optimizer/momentum`; one vector for all weights. */
function slotInputs(graph: GraphBuilder, size: number): Slots & { readonly state: OptimizerState[] } {
  const state: OptimizerState[] = [];
  return {
    state,
    read(slot) {
      const input = graph.input(`optimizer/${slot}`, 'float', [size]);
      state.push({ input, output: `${input}/new`, shape: [size], initial: 0 });
      return input;
    },
    write(slot, value) {
      graph.output(graph.rename(value, `optimizer/${slot}/new`), 'float', [size]);
    },
  };
}

/** Weights that change become inputs and outputs; the others are stored in the graph. */
function declareWeights(scope: GraphScope, changed: ReadonlyMap<WeightNode, string>): TrainedWeight[] {
  const { graph } = scope;
  for (const weight of scope.weights) {
    if (!changed.has(weight)) graph.initializer(weight.name, weight.shape, weight.values);
  }
  const inOrder = [...scope.weights].filter((weight) => changed.has(weight));
  return inOrder.map((weight) => {
    const input = graph.input(weight.name, 'float', weight.shape);
    const output = graph.rename(changed.get(weight)!, `${weight.name}/new`);
    graph.output(output, 'float', weight.shape);
    return { input, output, weight };
  });
}
