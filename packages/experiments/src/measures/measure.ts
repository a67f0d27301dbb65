import { speakerKey, type Utterance } from '@ser/datasets';
import {
  chanceUar,
  confidenceIntervals,
  confusionMatrix,
  foldScores,
  perClass,
  poolOutcomes,
  scoreAll,
  unreliableReasons,
  type Outcome,
} from '@ser/metrics';
import type { ClipPrediction } from '../training/predict.js';
import { outcomeOfClips } from '../training/score.js';
import { groupMeasures } from './groupMeasures.js';
import type { Measures, UarInterval } from './runMetrics.js';

export interface MeasureOptions {
  /** In the model's order. */
  readonly labels: readonly string[];
  /** Seed of the bootstrap. */
  readonly seed: number;
}

/** The scores of the predictions of all folds: pooled and per fold, overall, by emotion, and by group. */
export function measure(
  folds: readonly (readonly ClipPrediction[])[],
  { labels, seed }: MeasureOptions,
): Measures {
  const outcomes = folds.map((predictions) => outcomeOfClips(predictions, labels.length));
  const pooled = poolOutcomes(outcomes);
  return {
    chance: chanceUar(pooled),
    ...foldScores(outcomes, scoreAll),
    interval: uarInterval(
      pooled,
      folds.flat().map(({ utterance }) => utterance),
      seed,
    ),
    perClass: perClass(pooled).map((scores, index) => ({ label: labels[index]!, ...scores })),
    confusion: confusionMatrix(pooled),
    groups: groupMeasures(folds.flat(), { nClasses: labels.length, seed }),
  };
}

/** `null` also if some speakers are unknown, because clips of one voice are not independent. */
function uarInterval(outcome: Outcome, clips: readonly Utterance[], seed: number): UarInterval | null {
  if (clips.some(({ speaker }) => speaker === undefined)) return null;
  const groups = clips.map(speakerKey);
  const nSpeakers = new Set(groups).size;
  if (nSpeakers < 2) return null;
  const { uar } = confidenceIntervals({ outcome, groups, metrics: ['uar'], seed });
  const { low, high, confidence, method, reliable } = uar;
  return {
    ...{ low, high, metric: 'uar', confidence, over: 'speakers', nSpeakers, method, reliable },
    ...(!uar.reliable && { caveat: unreliableReasons[uar.reason] }),
  };
}
