import { percentNumber } from '../formatText.js';
import type { RunComparison, RunsComparison } from './runsComparison.js';

/** The significance level. */
const alpha = 0.05;

/**
 * How a run compares with the baseline, with the uncertainty, in one or two sentences.
 *
 * @example
 * comparisonSentence(comparison, all);
 * // 'functionals has a UAR of 52.1%, 4.0 points above cnn (95% interval of the difference: 1.2 to 6.9). Over 24
 * //  speakers, the difference is significant (Wilcoxon’s signed-rank test, p = 0.008).'
 */
export function comparisonSentence(
  comparison: Omit<RunComparison, 'sentence'>,
  { runs, speakers }: Pick<RunsComparison, 'runs' | 'speakers'>,
): string {
  const { run, baseline, difference, wilcoxon } = comparison;
  const [own, theirs] = [run, baseline].map((name) => runs.find((one) => one.name === name)!.uar) as [
    number,
    number,
  ];
  const gap = 100 * (own - theirs);
  const side =
    gap === 0 ? 'the same as' : `${Math.abs(gap).toFixed(1)} points ${gap > 0 ? 'above' : 'below'}`;
  const first = `${run} has a UAR of ${percentNumber(own)}%, ${side} ${baseline}${intervalText(difference)}.`;
  if (wilcoxon === null) return `${first} With one speaker, there is no test of significance.`;
  const { pValue, adjustedPValue } = wilcoxon;
  const corrected =
    adjustedPValue === pValue ? '' : `, ${pText(adjustedPValue)} corrected for several comparisons`;
  const verdict = adjustedPValue < alpha ? 'the difference is significant' : 'the difference may be chance';
  return `${first} Over ${speakers} speakers, ${verdict} (Wilcoxon’s signed-rank test, ${pText(pValue)}${corrected}).`;
}

/** `p = 0.012`, `p < 0.001`. */
export function pText(pValue: number): string {
  return pValue < 0.001 ? 'p < 0.001' : `p = ${Number(pValue.toPrecision(2))}`;
}

function intervalText(difference: RunComparison['difference']): string {
  if (difference === null || !Number.isFinite(difference.low)) return '';
  const { low, high, confidence } = difference;
  const points = (value: number) => (100 * value).toFixed(1).replace('-', '−');
  return ` (${Math.round(100 * confidence)}% interval of the difference: ${points(low)} to ${points(high)})`;
}
