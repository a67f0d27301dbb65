import { confusionMatrixChart, perClassChart } from '@ser/charts';
import type { Measures } from '../../measures/runMetrics.js';
import { type NamedChart, namedChart } from './namedChart.js';

/** Natural width of the confusion matrix, px: cells need more space than bars. */
const matrixWidth = 480;

/** The confusion matrix, and the recall of each emotion. */
export function confusionCharts(
  { confusion, perClass, chance }: Measures,
  labels: readonly string[],
): readonly NamedChart[] {
  const recalls = perClassChart({ scores: perClass, labels }, { chance, title: 'Recall of each emotion' });
  return [
    namedChart('confusion-matrix', confusionMatrixChart({ matrix: confusion, labels }), matrixWidth),
    namedChart('recall-by-emotion', recalls),
  ];
}
