import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Batch } from './batches.js';
import { crossEntropy } from './crossEntropy.js';
import type { Optimizer } from './optimizer.js';
import { type BatchScore, countCorrect } from './runningScore.js';

/**
 * One step of training: forward, loss, backward, new weights. Batch normalisation updates its moving
 * statistics on the way, and penalties of the layers (L1, L2) count into the loss.
 *
 * @returns loss and hits of the batch before the step; the loss is NaN when the step leaves a weight that is
 *   no finite number, for ReLU on the WASM backend turns NaN into 0 and so would hide it
 */
export function trainingStep(model: LayersModel, optimizer: Optimizer, { x, y }: Batch): BatchScore {
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  return tf.tidy(() => {
    let probabilities: Float32Array = new Float32Array();
    const { value, grads } = tf.variableGrads(() => {
      const output = model.apply(tf.tensor(x.data, [...x.shape]), { training: true }) as tf.Tensor2D;
      probabilities = output.dataSync<'float32'>();
      return addPenalties(crossEntropy(output, oneHot(y, output.shape[1])), model);
    }, variables);
    optimizer.nextStep();
    const finite = variables.map((variable, slot) => {
      return updateVariable(variable, grads[variable.name]!, slot, optimizer);
    });
    const loss = finite.every(Boolean) ? value.dataSync<'float32'>()[0]! : NaN;
    return { loss, nCorrect: countCorrect(probabilities, y), nExamples: y.length };
  });
}

function addPenalties(loss: tf.Scalar, model: LayersModel): tf.Scalar {
  return model.calculateLosses().reduce((sum, penalty) => tf.add(sum, penalty), loss);
}

/** @returns whether all new weights are finite */
function updateVariable(
  variable: tf.Variable,
  gradient: tf.Tensor,
  slot: number,
  optimizer: Optimizer,
): boolean {
  const weights = Float32Array.from(variable.dataSync<'float32'>());
  optimizer.update(slot, weights, gradient.dataSync<'float32'>());
  variable.assign(tf.tensor(weights, variable.shape));
  return allFinite(weights);
}

function oneHot(classes: Int32Array, nClasses: number): tf.Tensor2D {
  const targets = new Float32Array(classes.length * nClasses);
  classes.forEach((label, row) => {
    targets[row * nClasses + label] = 1;
  });
  return tf.tensor2d(targets, [classes.length, nClasses]);
}

function allFinite(values: Float32Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}
