import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { type TrainingGraph, readNetwork, toTrainingGraph } from '@ser/onnx';
import { dropoutLayers } from '../dropout/dropoutLayers.js';
import { activateEngine } from '../engine/engine.js';
import type { OnnxEngine } from '../engine/onnxEngine.js';
import { type OnnxSession, type OnnxTensor, openSession } from '../engine/onnxRuntime.js';
import type { Batch } from './batches.js';
import { CarriedValues } from './carriedValues.js';
import { DropoutFeeds } from './dropoutFeeds.js';
import { oneHot } from './oneHot.js';
import { learningRateOf } from './optimizer.js';
import { type BatchScore, countCorrect } from './runningScore.js';
import type { StepOptions, Trainer } from './trainer.js';
import type { TrainerOptions } from './trainerOptions.js';
import type { OptimizerDescription } from './trainingOptions.js';
import { weightVariables } from './weightVariables.js';

/**
 * Trains by ONNX Runtime: forward, backward and optimizer are one graph, and the weights stay in the runtime's tensors
 * until they are written back.
 */
export class OnnxTrainer implements Trainer {
  readonly #engine: OnnxEngine;
  readonly #session: OnnxSession;
  readonly #graph: TrainingGraph;
  readonly #variables: readonly tf.Variable[];
  readonly #carried: CarriedValues;
  readonly #dropout: DropoutFeeds;
  readonly #learningRate: number;
  #nSteps = 0;

  private constructor(parts: OnnxTrainerParts, optimizer: OptimizerDescription) {
    const { engine, graph, session, variables, dropout } = parts;
    this.#engine = engine;
    this.#session = session;
    this.#graph = graph;
    this.#variables = variables;
    this.#carried = new CarriedValues(engine.runtime, carriedValues(graph));
    this.#dropout = dropout;
    this.#learningRate = learningRateOf(optimizer);
  }

  /** @throws {OnnxError} when ONNX cannot express the model */
  static async create(
    model: LayersModel,
    engine: OnnxEngine,
    { optimizer, seed }: TrainerOptions,
  ): Promise<OnnxTrainer> {
    activateEngine(engine);
    const graph = toTrainingGraph(model, {
      loss: 'categoricalCrossentropy',
      optimizer: { name: optimizer.name },
    });
    const { nodes } = readNetwork(model);
    const variables = weightVariables(model, nodes, graph.weights);
    const layers = dropoutLayers(model).map(({ name }) => name);
    const dropout = new DropoutFeeds(engine.runtime, { masks: graph.masks, layers, seed });
    const session = await openSession(engine.runtime, graph.bytes);
    return new OnnxTrainer({ engine, graph, session, variables, dropout }, optimizer);
  }

  async step(batch: Batch, options: StepOptions): Promise<BatchScore> {
    const { loss, probabilities } = this.#graph;
    this.#nSteps++;
    const fetches = { [loss]: null, [probabilities]: null, ...this.#carried.fetches };
    const results = await this.#session.run(this.#feeds(batch, options), fetches);
    this.#carried.advance(results);
    return {
      loss: Number(results[loss]!.data[0]),
      nCorrect: countCorrect(results[probabilities]!.data as Float32Array, batch.y),
      nExamples: batch.y.length,
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

  async dispose(): Promise<void> {
    await this.#session.release();
  }

  #feeds({ x, y }: Batch, options: StepOptions): Record<string, OnnxTensor> {
    const { input, target, scalars } = this.#graph;
    const { Tensor } = this.#engine.runtime.library;
    const nClasses = Number(target.shape[1]);
    const values = { learningRate: options.learningRate ?? this.#learningRate, step: this.#nSteps };
    return {
      [input.name]: new Tensor('float32', x.data, x.shape),
      [target.name]: new Tensor('float32', oneHot(y, nClasses), [y.length, nClasses]),
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
  readonly dropout: DropoutFeeds;
}

/** Weights first, in the graph's order, then what the optimizer keeps. */
function carriedValues({ weights, state }: TrainingGraph) {
  return [
    ...weights.map(({ input, output, weight: { shape, values } }) => ({ input, output, shape, values })),
    ...state.map(({ input, output, shape, initial }) => {
      const values = new Float32Array(tf.util.sizeFromShape([...shape])).fill(initial);
      return { input, output, shape, values };
    }),
  ];
}
