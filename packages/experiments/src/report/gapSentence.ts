import type { Measures, RunMetrics, SourceMetrics } from '../measures/runMetrics.js';
import { percent, percentFigure } from '../words.js';

/** Differences below this share are not worth a story. */
const NO_GAP = 0.005;

/**
 * What the difference between the run's own figure and the one under its source's split means, in one sentence.
 *
 * @example
 * gapSentence(metrics);
 * // 'A new voice gets a UAR of 53.3 %; the 75.3 % of the source’s split are for voices that were also heard in
 * //  training, and the 22.0 points between them are what knowing a voice is worth.'
 */
export function gapSentence(metrics: RunMetrics & { readonly source: SourceMetrics }): string {
  const { source } = metrics;
  const [own, theirs] = [metrics.pooled.uar, source.pooled.uar];
  if (metrics.speakerIndependent === source.speakerIndependent) {
    const voices = source.speakerIndependent ? 'voices that were not' : 'voices that were also';
    return (
      `The UAR is ${percent(own)} here and ${percent(theirs)} under the source’s split: both are for ${voices} heard in ` +
      `training, so the ${points(own, theirs)} between them come from which clips are tested.`
    );
  }
  const [independent, dependent] = metrics.speakerIndependent ? [metrics, source] : [source, metrics];
  const which = metrics.speakerIndependent ? 'of the source’s split' : 'of this split';
  return (
    `A new voice gets a UAR of ${percent(independent.pooled.uar)}; the ${percent(dependent.pooled.uar)} ${which} are ` +
    `for voices that were also heard in training, ${meaning(independent, dependent)}.`
  );
}

function meaning({ pooled, interval }: Measures, dependent: Measures): string {
  if (dependent.pooled.uar - pooled.uar <= NO_GAP) return 'which made them no easier here';
  const gap = points(pooled.uar, dependent.pooled.uar);
  if (interval !== null && dependent.pooled.uar <= interval.high)
    return `and the ${gap} between them may be chance: the interval of the first reaches that far`;
  return `and the ${gap} between them are what knowing a voice is worth`;
}

/** Between the figures as they are written, so that a reader who subtracts them finds the same. */
function points(one: number, other: number): string {
  const gap = Number(percentFigure(one)) - Number(percentFigure(other));
  return `${Math.abs(gap).toFixed(1)} points`;
}
