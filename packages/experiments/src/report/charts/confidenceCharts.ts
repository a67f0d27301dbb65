import { reliabilityDiagramSvg, reliabilityDiagramVega, rocCurvesSvg, rocCurvesVega } from '@ser/charts';
import { calibrationError, reliabilityBins, rocAuc, rocCurve } from '@ser/metrics';
import type { ClipPrediction } from '../../training/predict.js';
import { outcomeOfClips } from '../../training/score.js';
import { namedChart } from './namedChart.js';
import type { NamedChart } from './namedChart.js';
import { chartWidth } from './chartWidth.js';

/** Few, because a test of one corpus has few clips to fill them. */
const N_BINS = 10;

/** Whether a confidence means what it says, and how well the probabilities set each emotion apart. */
export function confidenceCharts(
  labels: readonly string[],
  predictions: readonly ClipPrediction[],
): readonly NamedChart[] {
  if (predictions.length === 0) return [];
  const outcome = outcomeOfClips(predictions, labels.length);
  const calibration = {
    bins: reliabilityBins(outcome, { nBins: N_BINS }),
    error: calibrationError(outcome, { nBins: N_BINS }),
    title: 'How sure, and how often right',
    width: chartWidth,
  };
  const areas = rocAuc(outcome, { average: null });
  const curves = labels.map((name, label) => {
    const area = areas[label]!;
    return { name, ...rocCurve(outcome, label), ...(Number.isFinite(area) && { area }) };
  });
  const roc = { curves, title: 'Each emotion against the rest (ROC, area)', width: chartWidth };
  return [
    namedChart('reliability', calibration, [reliabilityDiagramSvg, reliabilityDiagramVega]),
    namedChart('roc', roc, [rocCurvesSvg, rocCurvesVega]),
  ];
}
