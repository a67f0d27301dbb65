import { ClassTally } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { activateEngine } from '../engine/engine.js';
import { networkInterface } from '../network/networkInterface.js';
import { networkPenalties } from '../network/networkPenalties.js';
import { predictNetwork } from '../prediction/predictNetwork.js';
import { crossEntropyOf } from './crossEntropy.js';
import type { EpochRecord } from '@ser/classifiers';
import type { FitNetworkOptions } from './fitNetwork.js';
import { targetsOf } from './targets.js';

type ValidationFigures = Pick<
  EpochRecord,
  | 'validationLoss'
  | 'validationAccuracy'
  | 'validationPrecision'
  | 'validationRecall'
  | 'validationF1'
  | 'validationUar'
>;

type ValidateOptions = Pick<
  FitNetworkOptions,
  'validation' | 'engine' | 'batchSize' | 'labelSmoothing' | 'signal'
>;

/** Figures of the validation examples, with the weights of the moment; none where there are no such examples. */
export async function validate(
  model: LayersModel,
  { validation, engine, batchSize, labelSmoothing, signal }: ValidateOptions,
): Promise<ValidationFigures> {
  if (!validation) return {};
  const { x, y } = validation;
  const { nClasses } = networkInterface(model);
  const probabilities = await predictNetwork(model, x, {
    engine,
    ...(batchSize !== undefined && { batchSize }),
    ...(signal && { signal }),
  });
  const tally = new ClassTally(nClasses);
  tally.add(probabilities, y);
  const { accuracy, precision, recall, f1, uar } = tally.scores;
  const targets = targetsOf(y, nClasses, { labelSmoothing });
  activateEngine(engine);
  return {
    validationLoss: crossEntropyOf(probabilities, targets, y.length) + penaltiesOf(model),
    validationAccuracy: accuracy,
    validationPrecision: precision,
    validationRecall: recall,
    validationF1: f1,
    validationUar: uar,
  };
}

/** L1 and L2 of the layers, as the validation loss of Keras has them. */
function penaltiesOf(model: LayersModel): number {
  return tf.tidy(() =>
    networkPenalties(model).reduce((sum, penalty) => sum + penalty.dataSync<'float32'>()[0]!, 0),
  );
}
