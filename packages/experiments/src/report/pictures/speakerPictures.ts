import { groupBarsSvg, groupBarsVega } from '@ser/charts';
import type { Measures } from '../../measures/runMetrics.js';
import type { ClipPrediction } from '../../training/predict.js';
import { speakerFigures } from '../speakerFigures.js';
import { picture } from './picture.js';
import type { Picture } from './picture.js';
import { PICTURE_WIDTH } from './width.js';

/** Of more speakers than this, the lowest and the highest are drawn. */
const MOST_SPEAKERS = 40;

/** How each voice fares by itself, the lowest first. */
export function speakerPictures(
  { chance, pooled }: Measures,
  labels: readonly string[],
  predictions: readonly ClipPrediction[],
): readonly Picture[] {
  const figures = speakerFigures(predictions, labels.length);
  if (figures.length === 0) return [];
  const half = MOST_SPEAKERS / 2;
  const isMany = figures.length > MOST_SPEAKERS;
  const groups = isMany ? [...figures.slice(0, half), ...figures.slice(-half)] : figures;
  const which = isMany ? `, the ${half} lowest and the ${half} highest of ${figures.length}` : '';
  const options = { groups, chance, overall: pooled.uar, width: PICTURE_WIDTH, measure: 'UAR' };
  const title = `UAR of each voice${which}`;
  return [picture('speakers', { ...options, title }, [groupBarsSvg, groupBarsVega])];
}
