import type { EpochRecord, Examples } from '@ser/classifiers';
import { checkClasses, classWeightsOf, countExamples } from '@ser/classifiers/training';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { defaultEngine } from '../engine/defaultEngine.js';
import { activateEngine, type Engine } from '../engine/engine.js';
import { ModelError } from '../errors.js';
import { networkInterface } from '../network/networkInterface.js';
import { checkTrainingOptions } from './checkTrainingOptions.js';
import { createTrainer } from './createTrainer.js';
import { checkValidationLoss, checkWeights } from './diverged.js';
import type { OptimizerDescription } from './optimizers/optimizerDescription.js';
import { checkResume } from './state/checkResume.js';
import { readWeights, writeWeights } from './state/modelWeights.js';
import type { TrainingSetup } from './state/trainingState.js';
import { reestimateStatistics } from './statistics/reestimateStatistics.js';
import { trainEpoch } from './trainEpoch.js';
import type { Trainer } from './trainer.js';
import { TrainingBatches } from './trainingBatches.js';
import type { TrainingOptions } from './trainingOptions.js';
import { TrainingProgress } from './trainingProgress.js';
import { validate } from './validate.js';

/** Training options and the engine that computes. */
export interface FitNetworkOptions extends TrainingOptions {
  /**
   * What computes.
   *
   * @default the engine that `openEngine('auto')` opens
   */
  readonly engine?: Engine;
}

/** Options with the engine that was opened. */
type OpenOptions = TrainingOptions & { readonly engine: Engine };

/**
 * Trains a model in place, with categorical cross-entropy: every epoch shuffles the examples with the seed, and every
 * batch updates the weights once. The event loop runs after every batch.
 *
 * The same model, examples, seed, and engine give the same weights, bit for bit, even if training was interrupted and
 * resumed.
 *
 * @param model any TensorFlow.js model with one input and probabilities `[n, nClasses]` as its output
 * @param x examples of shape `[n, ...inputShape]`
 * @param y class of each example, from 0
 * @returns one record per epoch, including those before a resumed state
 * @throws {SerError} `shape-mismatch`, `invalid-option`, `invalid-network`, `engine-unavailable`; `diverged` when the
 *   loss is NaN or infinite
 *
 * @example
 * const model = sequential({ layers: [layers.flatten({ inputShape: [1, 88] }), layers.dense({ units: 7, activation: 'softmax' })] });
 * const history = await fitNetwork(model, x, y, { seed: 1, epochs: 20 });
 * history.at(-1)!.accuracy; // 0.97
 */
export async function fitNetwork(
  model: LayersModel,
  x: Examples,
  y: Int32Array,
  options: FitNetworkOptions,
): Promise<readonly EpochRecord[]> {
  const engine = options.engine ?? (await defaultEngine());
  const training = prepare(model, x, y, { ...options, engine });
  const { seed, resume, onWarning } = options;
  activateEngine(engine);
  if (resume) writeWeights(model, resume.weights);
  const { optimizer, progress } = training;
  const optimizerState = resume?.optimizer;
  const trainer = await createTrainer(model, { engine, optimizer, seed, optimizerState, onWarning });
  try {
    while (!progress.finished) await runEpoch(training, trainer);
  } catch (error) {
    await trainer.writeBack(); // after an abort, the model has the weights of the last step
    throw error;
  } finally {
    await trainer.dispose();
  }
  activateEngine(engine);
  if (progress.bestWeights) writeWeights(model, progress.bestWeights);
  await training.reestimate();
  return progress.history;
}

/** What every epoch of a training uses. */
interface Training {
  readonly model: LayersModel;
  readonly options: OpenOptions;
  readonly optimizer: OptimizerDescription;
  readonly batches: TrainingBatches;
  readonly progress: TrainingProgress;
  readonly setup: TrainingSetup;
  /** Re-estimates the statistics of batch normalization, if the options request it. */
  readonly reestimate: () => Promise<void>;
}

/** Fills in the defaults and checks everything before anything changes. */
function prepare(model: LayersModel, x: Examples, y: Int32Array, options: OpenOptions): Training {
  const { engine, seed, epochs = 100, batchSize = 64, optimizer = { name: 'adam' }, signal } = options;
  const { nClasses } = networkInterface(model);
  checkTrainingOptions(options, nClasses);
  const nExamples = checkExamples(model, x, y);
  if (options.validation) checkExamples(model, options.validation.x, options.validation.y);
  const setup = { seed, batchSize, nExamples, optimizer: optimizer.name };
  if (options.resume) checkResume(options.resume, model, { setup, epochs, optimizer });

  const classWeights = classWeightsOf(options.classWeights, y, nClasses);
  return {
    model,
    options,
    optimizer,
    batches: new TrainingBatches(x, y, { ...options, nClasses, batchSize, classWeights }),
    progress: new TrainingProgress(options, epochs, optimizer),
    setup,
    async reestimate() {
      if (!options.reestimateStatistics) return;
      await reestimateStatistics(model, x, { engine, batchSize, seed, signal });
    },
  };
}

/** One pass over the examples, then validation, callbacks, and the checkpoint. */
async function runEpoch(training: Training, trainer: Trainer): Promise<void> {
  const { model, options, batches, progress } = training;
  const { validation, signal, onEpoch } = options;
  const epoch = progress.epoch + 1;
  const learningRateAt = (step: number) => progress.learningRateAt(step);
  const score = await trainEpoch(trainer, batches, { epoch, learningRateAt, signal });
  await trainer.writeBack();
  checkWeights(model, epoch);
  if (validation) {
    await training.reestimate();
    trainer.readBack();
  }
  const record: EpochRecord = { epoch, ...score, ...(await validate(model, options)) };
  checkValidationLoss(record);
  progress.endEpoch(record, () => readWeights(model));
  onEpoch?.(record);
  await saveCheckpoint(training, trainer);
}

async function saveCheckpoint(
  { model, options, progress, setup }: Training,
  trainer: Trainer,
): Promise<void> {
  const { checkpoint } = options;
  if (!checkpoint) return;
  const { save, everyEpochs = 1 } = checkpoint;
  if (progress.epoch % everyEpochs !== 0 && !progress.finished) return;
  const weights = readWeights(model);
  await save({ ...progress.state, setup, weights, optimizer: trainer.optimizerState() });
}

/** @returns the number of examples */
function checkExamples(model: LayersModel, x: Examples, y: Int32Array): number {
  const { inputShape, nClasses } = networkInterface(model);
  const nExamples = countExamples(x, inputShape);
  if (nExamples === 0)
    throw new ModelError('shape-mismatch', 'Training needs at least one example; got none.');
  checkClasses(y, nExamples, nClasses);
  return nExamples;
}
