import { confusionMatrixSvg, confusionMatrixVega, perClassSvg, perClassVega } from '@ser/charts';
import type { Measures } from '../../measures/runMetrics.js';
import { namedChart } from './namedChart.js';
import type { NamedChart } from './namedChart.js';
import { chartWidth } from './chartWidth.js';

/** Which clips were taken for what, and how many of each emotion were answered right. */
export function confusionCharts(
  { confusion, perClass, chance }: Measures,
  labels: readonly string[],
): readonly NamedChart[] {
  const matrix = { matrix: confusion, labels, title: 'What was heard, and what was answered' };
  const title = 'Answered right, of each emotion (recall)';
  const recalls = { scores: perClass, labels, chance, title, width: chartWidth };
  return [
    namedChart('confusion-matrix', matrix, [confusionMatrixSvg, confusionMatrixVega]),
    namedChart('recall-by-emotion', recalls, [perClassSvg, perClassVega]),
  ];
}
