import { type ClassCounts, classDistributionChart } from '@ser/charts';
import { type NamedChart, namedChart } from './namedChart.js';

/** The number of clips of each emotion, in each part of the split or in each corpus. */
export function distributionChart(
  labels: readonly string[],
  series: readonly ClassCounts[],
): NamedChart | undefined {
  if (series.length === 0 || series.length > 6) return undefined;
  const options = { unit: 'clips', title: 'Clips of each emotion' };
  return namedChart('emotions', classDistributionChart({ labels, series }, options));
}
