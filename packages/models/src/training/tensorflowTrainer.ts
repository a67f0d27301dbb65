import { targetsOf } from '@ser/classifiers/training';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { SeededDropout } from '../dropout/seededDropout.js';
import { activateEngine, type Engine } from '../engine/engine.js';
import { networkPenalties } from '../network/networkPenalties.js';
import { allFinite } from './allFinite.js';
import type { Batch } from './batches.js';
import { crossEntropy } from './crossEntropy.js';
import { Optimizer } from './optimizers/optimizer.js';
import type { OptimizerState } from './state/trainingState.js';
import type { StepOptions, StepResult, Trainer } from './trainer.js';
import type { TrainerOptions } from './trainerOptions.js';

/** Trains with the gradients of TensorFlow.js, and optimizers on typed arrays. The weights stay in the model. */
export class TensorflowTrainer implements Trainer {
  readonly #model: LayersModel;
  readonly #engine: Engine;
  readonly #optimizer: Optimizer;
  readonly #dropout: SeededDropout;

  constructor(model: LayersModel, { engine, optimizer, seed, optimizerState }: TrainerOptions) {
    this.#model = model;
    this.#engine = engine;
    this.#optimizer = new Optimizer(optimizer, optimizerState);
    this.#dropout = new SeededDropout(model, seed);
  }

  async step(batch: Batch, options: StepOptions): Promise<StepResult> {
    activateEngine(this.#engine);
    this.#dropout.renew(options);
    const variables = this.#model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    return tf.tidy(() => {
      const { loss, probabilities, gradients } = this.#differentiate(batch, variables);
      const weights = variables.map(valuesOf);
      this.#optimizer.step(weights, gradients, options.learningRate);
      variables.forEach((variable, i) => variable.assign(tf.tensor(weights[i]!, variable.shape)));
      // A NaN weight may not show in the loss: ReLU of tfjs-wasm turns NaN into 0.
      return { loss: weights.every(allFinite) ? loss : NaN, probabilities };
    });
  }

  async writeBack(): Promise<void> {}

  readBack(): void {}

  optimizerState(): OptimizerState {
    return this.#optimizer.state;
  }

  async dispose(): Promise<void> {
    this.#dropout.restore();
  }

  #differentiate({ x, y, targets }: Batch, variables: tf.Variable[]) {
    const model = this.#model;
    let probabilities = new Float32Array();
    const { value, grads } = tf.variableGrads(() => {
      const output = model.apply(tf.tensor(x.data, [...x.shape]), { training: true }) as tf.Tensor2D;
      probabilities = valuesOf(output);
      const target = tf.tensor2d(targets ?? targetsOf(y, output.shape[1]), output.shape);
      return addPenalties(crossEntropy(output, target), model);
    }, variables);
    const gradients = variables.map(({ name }) => valuesOf(grads[name]!));
    return { loss: value.dataSync<'float32'>()[0]!, probabilities, gradients };
  }
}

function addPenalties(loss: tf.Scalar, model: LayersModel): tf.Scalar {
  return networkPenalties(model).reduce((sum, penalty) => tf.add(sum, penalty), loss);
}

function valuesOf(tensor: tf.Tensor): Float32Array<ArrayBuffer> {
  return Float32Array.from(tensor.dataSync<'float32'>());
}
