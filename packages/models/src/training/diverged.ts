import type { EpochRecord } from '@ser/classifiers';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../errors.js';
import { allFinite } from './allFinite.js';

/** The error of training with NaN or infinite values. @param where such as `after epoch 3` */
export function diverged(what: string, where: string): ModelError {
  return new ModelError(
    'diverged',
    `${what} ${where}. Lower \`optimizer.learningRate\`, and check that the features are finite and normalized.`,
  );
}

/**
 * Checks all weights: a NaN weight may not show in the loss, because ReLU of some engines turns NaN into 0.
 *
 * @throws {SerError} `diverged`
 */
export function checkWeights(model: LayersModel, epoch: number): void {
  const finite = model.trainableWeights.every((weight) => allFinite(weight.read().dataSync<'float32'>()));
  if (!finite) throw diverged('A weight is NaN or infinite', `after epoch ${epoch}`);
}

/** @throws {SerError} `diverged` */
export function checkValidationLoss({ epoch, validationLoss = 0 }: EpochRecord): void {
  if (Number.isFinite(validationLoss)) return;
  throw diverged(`The validation loss is ${validationLoss}`, `after epoch ${epoch}`);
}
