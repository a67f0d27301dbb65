import { score as scoresOf } from '@ser/metrics';
import type { Outcome, Scores } from '@ser/metrics';
import type { ClipPrediction } from './predict.js';

/** Predictions as the plain indices metrics are computed from. */
export function outcomeOf(predictions: readonly ClipPrediction[], nClasses: number): Outcome {
  return {
    actual: predictions.map(({ actual }) => actual),
    predicted: predictions.map(({ predicted }) => predicted),
    nClasses,
  };
}

/** All metrics of some predictions. */
export function score(predictions: readonly ClipPrediction[], nClasses: number): Scores {
  return scoresOf(outcomeOf(predictions, nClasses));
}
