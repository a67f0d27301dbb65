import { classDistributionSvg, classDistributionVega } from '@ser/charts';
import type { ClassCounts } from '@ser/charts';
import { picture } from './picture.js';
import type { Picture } from './picture.js';
import { PICTURE_WIDTH } from './width.js';

/** How many clips there are of each emotion, on each side or in each corpus. */
export function distributionPicture(
  labels: readonly string[],
  series: readonly ClassCounts[],
): Picture | undefined {
  if (series.length === 0 || series.length > 6) return undefined;
  const options = { labels, series, unit: 'clips', title: 'Clips of each emotion', width: PICTURE_WIDTH };
  return picture('emotions', options, [classDistributionSvg, classDistributionVega]);
}
