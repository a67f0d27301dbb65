import { type NamedRocCurve, reliabilityChart, rocCurvesChart } from '@ser/charts';
import { calibrationError, reliabilityBins, rocAuc, rocCurve } from '@ser/metrics';
import type { ClipPrediction } from '../../training/predict.js';
import { outcomeOfClips } from '../../training/score.js';
import { type NamedChart, namedChart } from './namedChart.js';

/** Few bins, because a test of one corpus has few clips for each. */
const nBins = 10;

/** The calibration of the probabilities, and how well they rank the clips of each emotion. */
export function confidenceCharts(
  labels: readonly string[],
  predictions: readonly ClipPrediction[],
): readonly NamedChart[] {
  if (predictions.length === 0) return [];
  const outcome = outcomeOfClips(predictions, labels.length);
  const error = calibrationError(outcome, { nBins });
  const areas = rocAuc(outcome, { average: null });
  const curves = labels.map((name, label): NamedRocCurve => {
    return { name, ...rocCurve(outcome, label), area: areas[label]! };
  });
  return [
    namedChart('reliability', reliabilityChart(reliabilityBins(outcome, { nBins }), { error })),
    namedChart('roc', rocCurvesChart(curves, { title: 'Each emotion against the rest (ROC, area)' })),
  ];
}
