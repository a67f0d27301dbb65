import { classDistributionSvg, classDistributionVega } from '@ser/charts';
import type { ClassCounts } from '@ser/charts';
import { namedChart } from './namedChart.js';
import type { NamedChart } from './namedChart.js';
import { chartWidth } from './chartWidth.js';

/** How many clips there are of each emotion, on each side or in each corpus. */
export function distributionChart(
  labels: readonly string[],
  series: readonly ClassCounts[],
): NamedChart | undefined {
  if (series.length === 0 || series.length > 6) return undefined;
  const options = { labels, series, unit: 'clips', title: 'Clips of each emotion', width: chartWidth };
  return namedChart('emotions', options, [classDistributionSvg, classDistributionVega]);
}
