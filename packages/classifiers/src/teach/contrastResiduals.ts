/** Share of the correction of a class that was recognized but never taught. */
const untaughtShare = 1 / 2;

export interface ContrastOptions {
  readonly labels: readonly number[];
  /** How much the score of the label should exceed each other score. */
  readonly margin: number;
}

/**
 * What each taught example lacks: how far its scores are from a lead of `margin` for its label.
 *
 * An example only contrasts the classes that were taught, and the one that it was recognized as. The sum of their scores
 * stays as it is, so classes that were never taught neither gain nor lose against them. Without this rule, teaching two of
 * four emotions makes the other two disappear.
 *
 * @param scores of the general classifier, one row of `nClasses` per example
 * @returns one row of `nClasses` per example; each sums to 0
 */
export function contrastResiduals(
  scores: readonly Float64Array[],
  { labels, margin }: ContrastOptions,
): readonly Float64Array[] {
  const taught = new Set(labels);
  return scores.map((ofExample, i) => {
    const label = labels[i]!;
    const recognized = ofExample.reduce((best, score, c) => (score > ofExample[best]! ? c : best), 0);
    const classes = [...new Set([...taught, recognized])];
    const mean = classes.reduce((sum, c) => sum + ofExample[c]!, 0) / classes.length;
    const residuals = classes.map((c) => {
      const target = margin * ((c === label ? 1 : 0) - 1 / classes.length);
      return (taught.has(c) ? 1 : untaughtShare) * (target - (ofExample[c]! - mean));
    });
    const excess = residuals.reduce((sum, value) => sum + value, 0) / classes.length;
    const row = new Float64Array(ofExample.length);
    classes.forEach((c, k) => (row[c] = residuals[k]! - excess));
    return row;
  });
}
