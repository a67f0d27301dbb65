import { type ClassCounts, classDistributionChart } from '@ser/charts';
import { type NamedChart, namedChart } from './namedChart.js';

/**
 * The number of clips of each emotion, in each part of the split or in each corpus. Nothing if all emotions have the same
 * number, which `emotionSection` says in a sentence.
 */
export function distributionChart(
  labels: readonly string[],
  series: readonly ClassCounts[],
): NamedChart | undefined {
  if (series.length === 0 || series.length > 6) return undefined;
  if (series.every(isBalanced)) return undefined;
  const options = { unit: 'clips', title: 'Clips of each emotion' };
  return namedChart('emotions', classDistributionChart({ labels, series }, options));
}

/** Whether all emotions have the same number of clips. */
export function isBalanced({ counts }: ClassCounts): boolean {
  return counts.every((count) => count === counts[0]);
}
