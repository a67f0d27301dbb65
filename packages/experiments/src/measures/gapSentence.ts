import { percent, percentNumber } from '../formatText.js';
import type { Measures } from './runMetrics.js';

/** Smaller differences count as none. */
const noGap = 0.005;

type Result = Pick<Measures, 'pooled' | 'interval'> & { readonly speakerIndependent: boolean };

/**
 * What the difference between the UAR of a run's own split and that of its source's split means, in one sentence.
 *
 * @example
 * gapSentence(own, source);
 * // 'On unseen speakers, the UAR is 53.3%; the 75.3% of the source’s split are for speakers that were also used for
 * //  training. The difference of 22.0 points is the advantage of knowing the speaker.'
 */
export function gapSentence(own: Result, source: Result): string {
  if (own.speakerIndependent === source.speakerIndependent) {
    const speakers = source.speakerIndependent
      ? 'unseen speakers'
      : 'speakers that were also used for training';
    return (
      `The UAR is ${percent(own.pooled.uar)} with this split and ${percent(source.pooled.uar)} with the source’s split. ` +
      `Both are for ${speakers}, so the difference of ${points(own, source)} comes from which clips are tested.`
    );
  }
  const [independent, dependent] = own.speakerIndependent ? [own, source] : [source, own];
  const which = own.speakerIndependent ? 'of the source’s split' : 'of this split';
  return (
    `On unseen speakers, the UAR is ${percent(independent.pooled.uar)}; the ${percent(dependent.pooled.uar)} ${which} ` +
    `are for speakers that were also used for training. ${meaning(independent, dependent)}`
  );
}

function meaning(independent: Result, dependent: Result): string {
  const { pooled, interval } = independent;
  if (dependent.pooled.uar - pooled.uar <= noGap) return 'Here, knowing the speaker is no advantage.';
  const gap = points(independent, dependent);
  if (interval !== null && dependent.pooled.uar <= interval.high)
    return `The difference of ${gap} may be chance, because it is within the interval of the first.`;
  return `The difference of ${gap} is the advantage of knowing the speaker.`;
}

/** The difference of the rounded numbers, as a reader would compute it. */
function points(one: Result, other: Result): string {
  const gap = Number(percentNumber(one.pooled.uar)) - Number(percentNumber(other.pooled.uar));
  return `${Math.abs(gap).toFixed(1)} points`;
}
