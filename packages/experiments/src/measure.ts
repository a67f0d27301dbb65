import { speakerKey } from '@ser/datasets';
import {
  bootstrapInterval,
  chanceUar,
  confusionMatrix,
  foldScores,
  perClass,
  poolOutcomes,
  uar,
} from '@ser/metrics';
import type { Outcome } from '@ser/metrics';
import type { ClipPrediction } from './predict.js';
import type { Measures, UarInterval } from './runMetrics.js';
import { outcomeOf } from './score.js';

const CONFIDENCE = 0.95;

export interface MeasureOptions {
  /** In the model's order. */
  readonly labels: readonly string[];
  /** Of the bootstrap. */
  readonly seed: number;
}

/** What the predictions of all folds are worth: pooled and fold by fold, overall and by emotion. */
export function measure(
  folds: readonly (readonly ClipPrediction[])[],
  { labels, seed }: MeasureOptions,
): Measures {
  const outcomes = folds.map((predictions) => outcomeOf(predictions, labels.length));
  const pooled = poolOutcomes(outcomes);
  return {
    chance: chanceUar(pooled),
    ...foldScores(outcomes),
    interval: uarInterval(
      pooled,
      folds.flat().map(({ utterance }) => speakerKey(utterance)),
      seed,
    ),
    perClass: perClass(pooled).map((scores, index) => ({ label: labels[index]!, ...scores })),
    confusion: confusionMatrix(pooled),
  };
}

function uarInterval(outcome: Outcome, groups: readonly string[], seed: number): UarInterval | null {
  if (new Set(groups).size < 2) return null;
  const interval = bootstrapInterval({ outcome, groups, metric: uar, confidence: CONFIDENCE, seed });
  return { ...interval, metric: 'uar', confidence: CONFIDENCE, over: 'speakers' };
}
