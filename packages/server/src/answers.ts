import type { Prediction, Segment, SessionPrediction } from '@ser/recognizer';

/** A label and its probability. */
export interface Score {
  readonly label: string;
  readonly score: number;
}

/** The labels of a prediction, the most probable first; empty without speech. */
export function sortedScores({ probabilities }: Pick<Prediction, 'probabilities'>, top = Infinity): Score[] {
  return Object.entries(probabilities)
    .map(([label, score]) => ({ label, score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, top);
}

/** A prediction as JSON: everything the recognizer says, with `scores` instead of `probabilities`. */
export function answerOf(prediction: Prediction | SessionPrediction | Segment, top?: number): object {
  const { probabilities, ...rest } = prediction;
  return { ...rest, scores: sortedScores({ probabilities }, top) };
}
