import type { EpochRecord, EpochScores } from '../classifier/epochRecord.js';
import { ClassTally } from './classTally.js';
import { crossEntropyOf } from './crossEntropy.js';
import { targetsOf } from './targets.js';

/** The scores of predicted probabilities. */
export interface PredictionScores extends EpochScores {
  /** Mean cross-entropy, in nats. */
  readonly loss: number;
}

/**
 * @param probabilities row-major, `[n, nClasses]`
 * @param y class of each example
 * @param labelSmoothing share of each target of the loss that is spread evenly over all classes, in [0, 1). @default 0
 */
export function scorePredictions(
  probabilities: Float32Array,
  y: Int32Array,
  nClasses: number,
  labelSmoothing = 0,
): PredictionScores {
  const tally = new ClassTally(nClasses);
  tally.add(probabilities, y);
  const targets = targetsOf(y, nClasses, { labelSmoothing });
  return { loss: crossEntropyOf(probabilities, targets, y.length), ...tally.scores };
}

/** The scores of the validation examples in the record of an epoch. */
export type ValidationScores = Pick<
  EpochRecord,
  | 'validationLoss'
  | 'validationAccuracy'
  | 'validationPrecision'
  | 'validationRecall'
  | 'validationF1'
  | 'validationUar'
>;

/** Scores under their names in the record of an epoch. */
export function validationScores(scores: PredictionScores): ValidationScores {
  return {
    validationLoss: scores.loss,
    validationAccuracy: scores.accuracy,
    validationPrecision: scores.precision,
    validationRecall: scores.recall,
    validationF1: scores.f1,
    validationUar: scores.uar,
  };
}
