import type { LayersModel } from '@tensorflow/tfjs-layers';
import { checkPositiveInteger } from '../checkPositiveInteger.js';
import type { Engine } from '../engine/engine.js';
import { ModelError } from '../errors.js';
import { type Examples, checkClasses, countExamples } from '../examples.js';
import { networkInterface } from '../network/networkInterface.js';
import { nextTurn } from '../nextTurn.js';
import { predictNetwork } from '../prediction/predictNetwork.js';
import { checkSeed, deriveSeed, purposes, shuffledIndices } from '../seeds.js';
import { allFinite } from './allFinite.js';
import { type Batch, batchesOf } from './batches.js';
import { createTrainer } from './createTrainer.js';
import { crossEntropyOf } from './crossEntropy.js';
import { RunningScore, countCorrect } from './runningScore.js';
import type { Trainer } from './trainer.js';
import type { EpochRecord, TrainingOptions } from './trainingOptions.js';

/** Training options and the engine that computes. */
export interface FitNetworkOptions extends TrainingOptions {
  readonly engine: Engine;
}

/**
 * Trains a model in place, with categorical cross-entropy: in every epoch the examples come in a new seeded
 * order, in batches, and each batch moves the weights once. The event loop gets its turn after every batch.
 *
 * The same model, examples, seed and engine give the same weights, bit for bit.
 *
 * @param model any TensorFlow.js model with one input and probabilities `[n, nClasses]` as its output
 * @param x examples of shape `[n, ...inputShape]`
 * @param y class of each example, from 0
 * @returns one record an epoch
 * @throws {ModelError} `shape-mismatch`, `invalid-option`, `invalid-network`; `diverged` when the loss is no
 *   longer a number
 *
 * @example
 * const engine = await openEngine();
 * const history = await fitNetwork(model, x, y, { engine, seed: 1, epochs: 20 });
 * history.at(-1)!.accuracy; // 0.97
 */
export async function fitNetwork(
  model: LayersModel,
  x: Examples,
  y: Int32Array,
  options: FitNetworkOptions,
): Promise<readonly EpochRecord[]> {
  const { seed, epochs = 100, batchSize = 64, validation } = options;
  checkSeed(seed);
  checkPositiveInteger('epochs', epochs);
  checkPositiveInteger('batchSize', batchSize);
  const nExamples = checkExamples(model, x, y);
  if (validation) checkExamples(model, validation.x, validation.y);

  const { engine, optimizer = { name: 'adam' }, onWarning } = options;
  const trainer = await createTrainer(model, { engine, optimizer, seed, onWarning });
  const history: EpochRecord[] = [];
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const order = shuffledIndices(nExamples, deriveSeed(seed, purposes.order, epoch));
      const score = await trainEpoch(trainer, batchesOf(x, y, order, batchSize), epoch, options.signal);
      await trainer.writeBack();
      checkWeights(model, epoch);
      const record = { epoch, ...score, ...(await validate(model, options)) };
      history.push(record);
      options.onEpoch?.(record);
    }
    return history;
  } catch (error) {
    await trainer.writeBack(); // whoever aborts has the weights of the last step
    throw error;
  } finally {
    await trainer.dispose();
  }
}

async function trainEpoch(
  trainer: Trainer,
  batches: Iterable<Batch>,
  epoch: number,
  signal: AbortSignal | undefined,
): Promise<Pick<EpochRecord, 'loss' | 'accuracy'>> {
  const score = new RunningScore();
  let step = 0;
  for (const batch of batches) {
    signal?.throwIfAborted();
    score.add(await trainer.step(batch, { epoch, step: step++ }));
    if (!Number.isFinite(score.loss)) throw diverged(`The loss is \`${score.loss}\``, epoch, step);
    await nextTurn();
  }
  return { loss: score.loss, accuracy: score.accuracy };
}

async function validate(
  model: LayersModel,
  { validation, engine, batchSize = 64, signal }: FitNetworkOptions,
): Promise<Pick<EpochRecord, 'validationLoss' | 'validationAccuracy'>> {
  if (!validation) return {};
  const { x, y } = validation;
  const probabilities = await predictNetwork(model, x, { engine, batchSize, ...(signal && { signal }) });
  return {
    validationLoss: crossEntropyOf(probabilities, y),
    validationAccuracy: countCorrect(probabilities, y) / y.length,
  };
}

/** @returns the number of examples */
function checkExamples(model: LayersModel, x: Examples, y: Int32Array): number {
  const { inputShape, nClasses } = networkInterface(model);
  const nExamples = countExamples(x, inputShape);
  if (nExamples === 0) throw new ModelError('shape-mismatch', 'Expected at least one example, got none.');
  checkClasses(y, nExamples, nClasses);
  return nExamples;
}

/** A weight may cease to be a number unseen: some engines' ReLU turns NaN into 0. */
function checkWeights(model: LayersModel, epoch: number): void {
  const finite = model.trainableWeights.every((weight) => allFinite(weight.read().dataSync<'float32'>()));
  if (!finite) throw diverged('A weight is no finite number', epoch);
}

function diverged(what: string, epoch: number, step?: number): ModelError {
  const where = step === undefined ? `after epoch ${epoch}` : `at epoch ${epoch}, batch ${step}`;
  return new ModelError(
    'diverged',
    `${what} ${where}. Lower \`optimizer.learningRate\`, and check that the features are finite and normalised.`,
  );
}
