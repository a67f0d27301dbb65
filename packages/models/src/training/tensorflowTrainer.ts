import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { SeededDropout } from '../dropout/seededDropout.js';
import { type Engine, activateEngine } from '../engine/engine.js';
import { allFinite } from './allFinite.js';
import type { Batch } from './batches.js';
import { crossEntropy } from './crossEntropy.js';
import { oneHot } from './oneHot.js';
import { type Optimizer, createOptimizer } from './optimizer.js';
import { type BatchScore, countCorrect } from './runningScore.js';
import type { StepOptions, Trainer } from './trainer.js';
import type { TrainerOptions } from './trainerOptions.js';

/** Trains by TensorFlow.js: its gradients, and our optimizers on plain numbers. The weights stay in the model. */
export class TensorflowTrainer implements Trainer {
  readonly #model: LayersModel;
  readonly #engine: Engine;
  readonly #optimizer: Optimizer;
  readonly #dropout: SeededDropout;

  constructor(model: LayersModel, { engine, optimizer, seed }: TrainerOptions) {
    this.#model = model;
    this.#engine = engine;
    this.#optimizer = createOptimizer(optimizer);
    this.#dropout = new SeededDropout(model, seed);
  }

  async step(batch: Batch, options: StepOptions): Promise<BatchScore> {
    activateEngine(this.#engine);
    this.#dropout.renew(options);
    this.#optimizer.nextStep(options.learningRate);
    return this.#train(batch);
  }

  async writeBack(): Promise<void> {}

  async dispose(): Promise<void> {
    this.#dropout.restore();
  }

  /** The loss is NaN when the step leaves a weight that is no finite number: ReLU of tfjs-wasm would turn it into 0. */
  #train({ x, y }: Batch): BatchScore {
    const model = this.#model;
    const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    return tf.tidy(() => {
      let probabilities: Float32Array = new Float32Array();
      const { value, grads } = tf.variableGrads(() => {
        const output = model.apply(tf.tensor(x.data, [...x.shape]), { training: true }) as tf.Tensor2D;
        probabilities = output.dataSync<'float32'>();
        const targets = tf.tensor2d(oneHot(y, output.shape[1]), output.shape);
        return addPenalties(crossEntropy(output, targets), model);
      }, variables);
      const finite = variables.map((variable, slot) => this.#update(variable, grads[variable.name]!, slot));
      const loss = finite.every(Boolean) ? value.dataSync<'float32'>()[0]! : NaN;
      return { loss, nCorrect: countCorrect(probabilities, y), nExamples: y.length };
    });
  }

  /** @returns whether all new weights are finite */
  #update(variable: tf.Variable, gradient: tf.Tensor, slot: number): boolean {
    const weights = Float32Array.from(variable.dataSync<'float32'>());
    this.#optimizer.update(slot, weights, gradient.dataSync<'float32'>());
    variable.assign(tf.tensor(weights, variable.shape));
    return allFinite(weights);
  }
}

function addPenalties(loss: tf.Scalar, model: LayersModel): tf.Scalar {
  return model.calculateLosses().reduce((sum, penalty) => tf.add(sum, penalty), loss);
}
