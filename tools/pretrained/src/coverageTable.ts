import type { ClipPrediction } from '@ser/experiments/steps';
import { percent, table } from './markdown.js';

const thresholds = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/**
 * For each threshold of the probability, the share of the clips whose answer reaches it, and how many of these answers are
 * right; the others would be `unsure`.
 */
export function coverageTable(
  predictions: readonly Pick<ClipPrediction, 'actual' | 'predicted' | 'probabilities'>[],
): string {
  const rows = thresholds.map((threshold) => {
    const sure = predictions.filter(({ probabilities, predicted }) => probabilities[predicted]! >= threshold);
    const right = sure.filter(({ actual, predicted }) => actual === predicted);
    const mean = sure.reduce((sum, { probabilities, predicted }) => sum + probabilities[predicted]!, 0);
    return [
      threshold.toFixed(1),
      percent(sure.length / Math.max(1, predictions.length)),
      ...(sure.length > 0 ? [right.length / sure.length, mean / sure.length].map(percent) : ['–', '–']),
    ];
  });
  return table(['`unsureBelow`', 'clips answered', 'answers right', 'mean probability'], rows);
}
