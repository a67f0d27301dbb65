/**
 * The prediction for a clip after enrollment: its scores minus the weighted mean score of the enrollment clips. An unknown
 * speaker or microphone shifts all scores of a model by about the same amount. A few clips give only a rough estimate of
 * that shift, so their mean has the weight `k / (k + 2)`.
 *
 * @param scores scores of the clip, one per class: log-probabilities, up to a constant
 * @param mean mean scores of the enrollment clips
 * @param weight weight of that mean, from `enrollmentWeight`
 * @returns the index of the largest difference; the first of equals
 */
export function adaptedPrediction(scores: Float64Array, mean: Float64Array, weight: number): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) {
    if (scores[c]! - weight * mean[c]! > scores[best]! - weight * mean[best]!) best = c;
  }
  return best;
}

/** The neutral mean, 0, counts as much as this many clips. */
const priorClips = 2;

/** The weight of the mean score of `clips` clips, in [0, 1). */
export function enrollmentWeight(clips: number): number {
  return clips / (clips + priorClips);
}

/** The mean of some scores; zeros for no clips. */
export function meanScore(clips: readonly Float64Array[], nClasses: number): Float64Array {
  const mean = new Float64Array(nClasses);
  for (const scores of clips) scores.forEach((score, c) => (mean[c]! += score / clips.length));
  return mean;
}
