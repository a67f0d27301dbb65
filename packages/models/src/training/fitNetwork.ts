import type { LayersModel } from '@tensorflow/tfjs-layers';
import { type Engine, activateEngine } from '../engine/engine.js';
import { ModelError } from '../errors.js';
import { type Examples, checkClasses, countExamples } from '../examples.js';
import { networkInterface } from '../network/networkInterface.js';
import { checkSeed, deriveSeed, purposes, shuffledIndices } from '../seeds.js';
import { type Batch, batchesOf } from './batches.js';
import { checkPositiveInteger } from './checkPositiveInteger.js';
import { crossEntropyOf } from './crossEntropy.js';
import { DropoutSeeds } from './dropoutSeeds.js';
import { nextTurn } from './nextTurn.js';
import { type Optimizer, createOptimizer } from './optimizer.js';
import { predictNetwork } from './predictNetwork.js';
import { RunningScore, countCorrect } from './runningScore.js';
import type { EpochRecord, TrainingOptions } from './trainingOptions.js';
import { trainingStep } from './trainingStep.js';

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

  const optimizer = createOptimizer(options.optimizer ?? { name: 'adam' });
  const dropout = new DropoutSeeds(model, seed);
  const history: EpochRecord[] = [];
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const order = shuffledIndices(nExamples, deriveSeed(seed, purposes.order, epoch));
      const batches = batchesOf(x, y, order, batchSize);
      const score = await trainEpoch(model, batches, { ...options, optimizer, dropout, epoch });
      const record = { epoch, ...score, ...(await validate(model, options)) };
      history.push(record);
      options.onEpoch?.(record);
    }
  } finally {
    dropout.restore();
  }
  return history;
}

interface EpochSettings extends Pick<FitNetworkOptions, 'engine' | 'signal'> {
  readonly optimizer: Optimizer;
  readonly dropout: DropoutSeeds;
  readonly epoch: number;
}

async function trainEpoch(
  model: LayersModel,
  batches: Iterable<Batch>,
  { engine, signal, optimizer, dropout, epoch }: EpochSettings,
): Promise<Pick<EpochRecord, 'loss' | 'accuracy'>> {
  const score = new RunningScore();
  let step = 0;
  for (const batch of batches) {
    signal?.throwIfAborted();
    activateEngine(engine);
    dropout.renew(epoch, step++);
    score.add(trainingStep(model, optimizer, batch));
    checkLoss(score.loss, epoch, step);
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

function checkLoss(loss: number, epoch: number, step: number): void {
  if (Number.isFinite(loss)) return;
  throw new ModelError(
    'diverged',
    `The loss is \`${loss}\` at epoch ${epoch}, batch ${step}. Lower \`optimizer.learningRate\`, and check that ` +
      'the features are finite and normalised.',
  );
}
