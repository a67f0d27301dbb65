import { groupBarsSvg, groupBarsVega } from '@ser/charts';
import type { Measures } from '../../measures/runMetrics.js';
import type { ClipPrediction } from '../../training/predict.js';
import { speakerFigures } from '../speakerFigures.js';
import { namedChart } from './namedChart.js';
import type { NamedChart } from './namedChart.js';
import { chartWidth } from './chartWidth.js';

/** Of more speakers than this, the lowest and the highest are drawn. */
const MOST_SPEAKERS = 40;

/** How each voice fares by itself, the lowest first. */
export function speakerCharts(
  { chance, pooled }: Measures,
  labels: readonly string[],
  predictions: readonly ClipPrediction[],
): readonly NamedChart[] {
  const figures = speakerFigures(predictions, labels.length);
  if (figures.length === 0) return [];
  const half = MOST_SPEAKERS / 2;
  const isMany = figures.length > MOST_SPEAKERS;
  const groups = isMany ? [...figures.slice(0, half), ...figures.slice(-half)] : figures;
  const which = isMany ? `, the ${half} lowest and the ${half} highest of ${figures.length}` : '';
  const options = { groups, chance, overall: pooled.uar, width: chartWidth, measure: 'UAR' };
  const title = `UAR of each voice${which}`;
  return [namedChart('speakers', { ...options, title }, [groupBarsSvg, groupBarsVega])];
}
