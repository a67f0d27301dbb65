import { targetsOf } from '@ser/classifiers/training';
import { toTrainingGraph, type TrainingGraph } from '@ser/onnx';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { dropoutLayers } from '../dropout/dropoutLayers.js';
import { activateEngine } from '../engine/engine.js';
import type { OnnxEngine } from '../engine/onnxEngine.js';
import { type OnnxSession, type OnnxTensor, openSession } from '@ser/onnx/runtime';
import type { Batch } from './batches.js';
import { CarriedValues } from './carriedValues.js';
import { DropoutFeeds } from './dropoutFeeds.js';
import { graphOptimizer } from './optimizers/graphOptimizer.js';
import { learningRateOf } from './optimizers/optimizerDefaults.js';
import { SlotVectors } from './slotVectors.js';
import type { OptimizerState } from './state/trainingState.js';
import type { StepOptions, StepResult, Trainer } from './trainer.js';
import type { TrainerOptions } from './trainerOptions.js';
import { weightVariables } from './weightVariables.js';

/** Prefix of the names of the optimizer's slots in the graph. */
const slotPrefix = 'optimizer/';

/**
 * Trains with ONNX Runtime: forward pass, backward pass, and optimizer are one graph, and the weights stay in the
 * runtime's tensors until they are written back.
 */
export class OnnxTrainer implements Trainer {
  readonly #engine: OnnxEngine;
  readonly #session: OnnxSession;
  readonly #graph: TrainingGraph;
  readonly #variables: readonly tf.Variable[];
  readonly #slots: SlotVectors;
  readonly #carried: CarriedValues;
  readonly #dropout: DropoutFeeds;
  readonly #learningRate: number;
  #nSteps: number;

  private constructor(parts: OnnxTrainerParts, { optimizer, optimizerState }: TrainerOptions) {
    const { engine, graph, session, variables, slots, dropout } = parts;
    this.#engine = engine;
    this.#session = session;
    this.#graph = graph;
    this.#variables = variables;
    this.#slots = slots;
    this.#carried = new CarriedValues(engine.runtime, carriedValues(graph, slots, optimizerState));
    this.#dropout = dropout;
    this.#learningRate = learningRateOf(optimizer);
    this.#nSteps = optimizerState?.nSteps ?? 0;
  }

  /** @throws {SerError} when ONNX cannot express the model */
  static async create(model: LayersModel, engine: OnnxEngine, options: TrainerOptions): Promise<OnnxTrainer> {
    activateEngine(engine);
    const graph = toTrainingGraph(model, {
      loss: 'categoricalCrossentropy',
      optimizer: graphOptimizer(options.optimizer),
    });
    const variables = weightVariables(model, graph.weights);
    const trainable = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const slots = new SlotVectors(graph.weights, variables, trainable);
    const layers = dropoutLayers(model).map(({ name }) => name);
    const dropout = new DropoutFeeds(engine.runtime, { masks: graph.masks, layers, seed: options.seed });
    const session = await openSession(engine.runtime, graph.bytes);
    return new OnnxTrainer({ engine, graph, session, variables, slots, dropout }, options);
  }

  async step(batch: Batch, options: StepOptions): Promise<StepResult> {
    const { loss, probabilities } = this.#graph;
    this.#nSteps++;
    const fetches = { [loss]: null, [probabilities]: null, ...this.#carried.fetches };
    const results = await this.#session.run(this.#feeds(batch, options), fetches);
    this.#carried.advance(results);
    return {
      loss: Number(results[loss]!.data[0]),
      probabilities: results[probabilities]!.data as Float32Array,
    };
  }

  async writeBack(): Promise<void> {
    activateEngine(this.#engine);
    tf.tidy(() => {
      this.#variables.forEach((variable, i) => {
        variable.assign(tf.tensor(this.#carried.read(i), variable.shape));
      });
    });
  }

  readBack(): void {
    this.#variables.forEach((variable, i) => this.#carried.write(i, variable.dataSync<'float32'>()));
  }

  optimizerState(): OptimizerState {
    const { weights, state } = this.#graph;
    const slots = state.map(({ input }, i) => {
      const vector = this.#carried.read(weights.length + i);
      return [input.slice(slotPrefix.length), this.#slots.split(vector)] as const;
    });
    return { nSteps: this.#nSteps, slots: Object.fromEntries(slots) };
  }

  async dispose(): Promise<void> {
    await this.#session.release();
  }

  #feeds({ x, y, targets }: Batch, options: StepOptions): Record<string, OnnxTensor> {
    const { input, target, scalars } = this.#graph;
    const { Tensor } = this.#engine.runtime.library;
    const nClasses = Number(target.shape[1]);
    const values = { learningRate: options.learningRate ?? this.#learningRate, step: this.#nSteps };
    return {
      [input.name]: new Tensor('float32', x.data, x.shape),
      [target.name]: new Tensor('float32', targets ?? targetsOf(y, nClasses), [y.length, nClasses]),
      ...Object.fromEntries(
        scalars.map((name) => [name, new Tensor('float32', Float32Array.of(values[name]), [])]),
      ),
      ...this.#dropout.draw(y.length, options),
      ...this.#carried.feeds,
    };
  }
}

interface OnnxTrainerParts {
  readonly engine: OnnxEngine;
  readonly graph: TrainingGraph;
  readonly session: OnnxSession;
  readonly variables: readonly tf.Variable[];
  readonly slots: SlotVectors;
  readonly dropout: DropoutFeeds;
}

/** The weights in the order of the graph, then the state of the optimizer. */
function carriedValues({ weights, state }: TrainingGraph, slots: SlotVectors, kept?: OptimizerState) {
  return [
    ...weights.map(({ input, output, weight: { shape, values } }) => ({ input, output, shape, values })),
    ...state.map(({ input, output, shape, initial }) => {
      const known = kept?.slots[input.slice(slotPrefix.length)];
      const size = tf.util.sizeFromShape([...shape]);
      const values = known ? slots.join(known) : new Float32Array(size).fill(initial);
      return { input, output, shape, values };
    }),
  ];
}
