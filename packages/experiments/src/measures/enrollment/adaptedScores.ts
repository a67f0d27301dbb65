/**
 * A session's answer to a clip: its scores less the mean score of what was heard of the speaker. A voice or a
 * microphone that a model has not met shifts all its scores by much the same; few clips tell by how much, and so count
 * for less than many: by `k / (k + 2)`.
 *
 * @param scores of the clip, one a class: logarithms of probabilities, or what differs from them by a constant
 * @param mean of the scores of the clips heard
 * @param weight of that mean, from `heardWeight`
 * @returns the index of the greatest difference; of equals, the first
 */
export function adaptedAnswer(scores: Float64Array, mean: Float64Array, weight: number): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) {
    if (scores[c]! - weight * mean[c]! > scores[best]! - weight * mean[best]!) best = c;
  }
  return best;
}

/** Clips that the neutral mean, 0, counts for. */
const PRIOR_CLIPS = 2;

/** How much the mean score of `clips` clips counts, in [0, 1). */
export function heardWeight(clips: number): number {
  return clips / (clips + PRIOR_CLIPS);
}

/** The mean of some scores; zeros of none. */
export function meanScore(clips: readonly Float64Array[], nClasses: number): Float64Array {
  const mean = new Float64Array(nClasses);
  for (const scores of clips) scores.forEach((score, c) => (mean[c]! += score / clips.length));
  return mean;
}
