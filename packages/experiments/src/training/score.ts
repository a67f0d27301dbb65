import { score as scoresOf } from '@ser/metrics';
import type { Outcome, Scores } from '@ser/metrics';
import type { ClipPrediction } from './predict.js';

/** Predictions as the plain indices and probabilities that metrics are computed from. */
export function outcomeOf(predictions: readonly ClipPrediction[], nClasses: number): Outcome {
  const probabilities = new Float32Array(predictions.length * nClasses);
  predictions.forEach((clip, item) => probabilities.set(clip.probabilities, item * nClasses));
  return {
    actual: predictions.map(({ actual }) => actual),
    predicted: predictions.map(({ predicted }) => predicted),
    nClasses,
    probabilities,
  };
}

/** The figures of some predictions that are quoted first. */
export function score(predictions: readonly ClipPrediction[], nClasses: number): Scores {
  return scoresOf(outcomeOf(predictions, nClasses));
}
