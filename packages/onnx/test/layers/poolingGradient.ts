import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { toTrainingGraph } from '../../src/toTrainingGraph.js';
import { openTraining } from '../training.js';

/** The gradient of the sum of a pooling's outputs with respect to its inputs, which are 1 times a kernel of `values`. */
export async function poolingGradient(values: number[], pooling: layers.Layer): Promise<number[]> {
  const model = sequential();
  model.add(layers.dense({ units: values.length, inputShape: [1], useBias: false }));
  model.add(layers.reshape({ targetShape: [values.length, 1] }));
  model.add(pooling);
  if (model.outputShape.length > 2) model.add(layers.flatten());
  model.layers[0]!.setWeights([tf.tensor(values, [1, values.length])]);
  const nOutputs = model.outputShape[1] as number;
  const graph = toTrainingGraph(model, { loss: 'meanSquaredError', optimizer: { name: 'sgd' } });
  const training = await openTraining(graph);
  const x = { shape: [1, 1], data: Float32Array.of(1) };
  const zeros = { shape: [1, nOutputs], data: new Float32Array(nOutputs) };
  const { probabilities } = await training.run({ x, y: zeros });
  // With targets n / 2 below the outputs, the mean squared error has the gradient 1 at each output.
  const y = { shape: [1, nOutputs], data: probabilities!.map((value) => value - nOutputs / 2) };
  const outputs = await training.run({ x, y });
  const { input, output } = graph.weights[0]!;
  return Array.from(training.value(input), (value, i) => rounded(value - outputs[output]![i]!));
}

/** To five decimals; 0 instead of -0. */
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5 + 0;
}
