import { type Outcome, outcomeOf, score as scoresOf, type Scores } from '@ser/metrics';
import type { ClipPrediction } from './predict.js';

/** The outcome of predictions, for `@ser/metrics`. */
export function outcomeOfClips(predictions: readonly ClipPrediction[], nClasses: number): Outcome {
  const probabilities = new Float32Array(predictions.length * nClasses);
  predictions.forEach((clip, item) => probabilities.set(clip.probabilities, item * nClasses));
  const y = predictions.map(({ actual }) => actual);
  return outcomeOf(y, probabilities, { nClasses });
}

/** The main scores of predictions. */
export function score(predictions: readonly ClipPrediction[], nClasses: number): Scores {
  return scoresOf(outcomeOfClips(predictions, nClasses));
}
