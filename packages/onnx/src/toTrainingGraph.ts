import { encodeGraph } from './graph/encodeGraph.js';
import { GraphBuilder } from './graph/graphBuilder.js';
import { buildNetwork } from './layers/buildNetwork.js';
import { GraphScope } from './layers/graphScope.js';
import type { LayersModelLike } from './network/layersModelLike.js';
import type { Network } from './network/network.js';
import { readNetwork } from './network/readNetwork.js';
import { accuracy } from './training/accuracy.js';
import { checkTrainable } from './training/checkTrainable.js';
import { checkTrainingOptions } from './training/checkTrainingOptions.js';
import { emitLoss } from './training/emitLoss.js';
import { emitPenalties } from './training/emitPenalties.js';
import { emitStep } from './training/emitStep.js';
import { fuseFinalActivation } from './training/fuseFinalActivation.js';
import { losses } from './training/losses.js';
import { regularizers } from './training/regularizers.js';
import type { GraphInput, TrainingGraph } from './training/trainingGraph.js';
import type { TrainingGraphOptions } from './training/trainingOptions.js';

/**
 * Writes one training step of a model as an ordinary ONNX graph: forward pass, backward pass, and optimizer, for any
 * batch size.
 *
 * Weights and optimizer state are inputs and outputs, so a step is one run of the graph. Arithmetic and defaults are
 * those of Keras: the loss is the mean over the batch plus the L1 and L2 penalties of the layers.
 *
 * @throws {SerError} `unsupported-model`, `unsupported-layer` or `unsupported-option`, naming the layer;
 * `invalid-option` when an option is out of bounds
 * @example
 * const graph = toTrainingGraph(model, { loss: 'categoricalCrossentropy', optimizer: { name: 'adam' } });
 * const session = await ort.InferenceSession.create(graph.bytes);
 */
export function toTrainingGraph(model: LayersModelLike, options: TrainingGraphOptions): TrainingGraph {
  checkTrainingOptions(options);
  const whole = readNetwork(model);
  checkTrainable(whole);
  const network = fuseFinalActivation(whole, options.loss, losses[options.loss]);

  const graph = new GraphBuilder();
  const input = declareInput(graph, network);
  const scope = new GraphScope(graph, true, input.name);
  const shape = network.input.outputShape;
  const built = buildNetwork(network, { name: input.name, shape, channelsFirst: false }, scope);
  const loss = emitLoss(scope.channelsLast(built.output), options, scope);
  built.backward(loss.gradient());
  const total = emitPenalties(scope, loss.mean, regularizers(network));

  graph.output(graph.rename(total, 'loss'), 'float', []);
  graph.output(graph.rename(loss.prediction, 'probabilities'), 'float', ['N', ...network.output.outputShape]);
  const metrics = (options.metrics ?? []).map((metric) => {
    graph.output(graph.rename(accuracy(graph, options.loss, loss), metric), 'float', []);
    return { metric, output: metric };
  });
  const step = emitStep(scope, options.optimizer);
  return {
    bytes: encodeGraph(graph, 'training'),
    input,
    target: loss.target,
    ...(loss.sampleWeight && { sampleWeight: loss.sampleWeight }),
    masks: scope.masks,
    ...step,
    loss: 'loss',
    probabilities: 'probabilities',
    metrics,
  };
}

function declareInput(graph: GraphBuilder, network: Network): GraphInput {
  const input: GraphInput = {
    name: 'input',
    elementType: 'float',
    shape: ['N', ...network.input.outputShape],
  };
  graph.input(input.name, input.elementType, input.shape);
  return input;
}
