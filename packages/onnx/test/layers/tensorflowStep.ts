import * as tf from '@tensorflow/tfjs-core';
import type { layers, LayersModel } from '@tensorflow/tfjs-layers';
import type { TrainingGraph } from '../../src/training/trainingGraph.js';
import type { Feed } from '../session.js';
import type { LayerExample } from './layerExample.js';

/**
 * One step by TensorFlow.js: the loss, and for each weight its gradient or, if it is not trainable, its new value. The
 * keys are the arrays of the weights before the step.
 */
export function tensorflowStep({ model, graph, feeds: { x, y, masks } }: LayerExample) {
  for (const mask of graph.masks) applyMask(model, mask, masks![mask.name]!, x.shape[0]!);
  const before = model.weights.map((weight) => weight.read().dataSync());
  const { value, grads } = tf.variableGrads((): tf.Scalar => {
    const output = model.apply(toTensor(x), { training: true }) as tf.Tensor;
    const loss: tf.Tensor = tf.losses.meanSquaredError(toTensor(y), output);
    return loss as tf.Scalar;
  });
  const values = new Map(
    model.weights.map((weight, i) => {
      const result = grads[weight.name] ?? weight.read();
      return [before[i], result.dataSync() as Float32Array] as const;
    }),
  );
  return { loss: value.dataSync()[0]!, values };
}

export function toTensor({ data, shape }: Feed): tf.Tensor {
  return tf.tensor(data, [...shape]);
}

/** Makes a dropout layer of TensorFlow.js use this mask. */
function applyMask(
  model: LayersModel,
  mask: TrainingGraph['masks'][number],
  values: Uint8Array,
  batch: number,
): void {
  const layer = allLayers(model).find((each) => each.name === mask.layer)!;
  layer.call = (inputs) => {
    const input = Array.isArray(inputs) ? inputs[0]! : inputs;
    const inGraph = tf.tensor([...values], [batch, ...mask.shape]);
    const perm = [0, ...mask.shape.slice(1).map((_, axis) => axis + 2), 1];
    const asKeras = mask.channelsFirst ? tf.transpose(inGraph, perm) : inGraph;
    return tf.mul(input, tf.div(asKeras, 1 - mask.rate));
  };
}

function allLayers(model: LayersModel): layers.Layer[] {
  return model.layers.flatMap((layer) => ('layers' in layer ? allLayers(layer as LayersModel) : [layer]));
}
