import { groupBarsChart } from '@ser/charts';
import type { Measures } from '../../measures/runMetrics.js';
import type { ClipPrediction } from '../../training/predict.js';
import { speakerScores } from '../speakerScores.js';
import { type NamedChart, namedChart } from './namedChart.js';

/** With more speakers than this, only the lowest and the highest are drawn. */
const maxSpeakers = 40;

/** The UAR of each speaker, the lowest first. */
export function speakerCharts(
  { chance, pooled }: Measures,
  labels: readonly string[],
  predictions: readonly ClipPrediction[],
): readonly NamedChart[] {
  const scores = speakerScores(predictions, labels.length);
  if (scores.length === 0) return [];
  const half = maxSpeakers / 2;
  const isMany = scores.length > maxSpeakers;
  const groups = isMany ? [...scores.slice(0, half), ...scores.slice(-half)] : scores;
  const which = isMany ? `, the ${half} lowest and the ${half} highest of ${scores.length}` : '';
  const title = `UAR of each speaker${which}`;
  return [namedChart('speakers', groupBarsChart(groups, { chance, overall: pooled.uar, title }))];
}
