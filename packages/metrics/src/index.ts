/**
 * Metrics of speech emotion recognition: from true and predicted classes, or probabilities, to scores, confidence
 * intervals over speakers, and comparisons of two runs. Equal to scikit-learn 1.9 within 1e-12.
 *
 * - Outcomes: `outcomeOf`, `poolOutcomes`; `Outcome`, the input of every metric
 * - Of labels: `uar`, `accuracy`, `f1`, `precision`, `recall`, `specificity`, `cohenKappa`, `mcc`, `perClass`,
 *   `confusionMatrix`, `normalizeRows`, `normalizeColumns`
 * - Of probabilities: `topKAccuracy`, `logLoss`, `brierScore`, `rocAuc`, `averagePrecision`, `rocCurve`,
 *   `calibrationError`, `reliabilityBins`
 * - Chance levels: `chanceUar`, `majorityAccuracy`
 * - Many metrics at once: `score`, `scoreAll`, `foldScores`, `groupScores`, `worstGroup`; the registry `metrics`
 * - Intervals over speakers: `confidenceIntervals`, `bootstrapInterval`, `unreliableReasons`
 * - Of values, such as valence: `ccc`, `pearson`, `mae`, `valueIntervals`
 * - Of raters: `raterAgreement`
 * - Comparisons: `compareOutcomes`, `wilcoxonSignedRank`, `mcnemar`, `mcnemarCounts`
 *
 * @packageDocumentation
 */
export { SerError } from '@ser/core';
export type { MetricsErrorCode } from './errors.js';

export type { Metric, Outcome } from './outcome/outcome.js';
export { outcomeOf, type OutcomeOptions } from './outcome/outcomeOf.js';
export type { Average } from './averages/average.js';
export type { ZeroDivisionOptions } from './averages/ratioWith.js';

export { accuracy } from './labels/accuracy.js';
export { uar } from './labels/uar.js';
export { f1, type LabelAverageOptions, precision, recall } from './labels/precisionRecallF1.js';
export { specificity } from './labels/specificity.js';
export { type ClassScores, perClass } from './labels/perClass.js';
export { cohenKappa } from './labels/cohenKappa.js';
export { mcc } from './labels/mcc.js';
export {
  confusionMatrix,
  type ConfusionMatrix,
  normalizeColumns,
  normalizeRows,
} from './labels/confusionMatrix.js';
export { chanceUar, majorityAccuracy } from './labels/chance.js';

export { topKAccuracy, type TopKOptions } from './probabilities/topKAccuracy.js';
export { logLoss } from './probabilities/logLoss.js';
export { brierScore } from './probabilities/brierScore.js';
export {
  averagePrecision,
  type RankingAverage,
  type RankingAverageOptions,
  rocAuc,
} from './probabilities/rankingMetrics.js';
export { rocCurve, type RocCurve } from './probabilities/rocCurve.js';
export {
  calibrationError,
  type CalibrationOptions,
  type ReliabilityBin,
  reliabilityBins,
} from './probabilities/calibrationError.js';

export {
  type LabelMetricName,
  type MetricDefinition,
  type MetricName,
  metricNames,
  metrics,
  type ProbabilityMetricName,
} from './scores/metrics.js';
export { score, type Scores } from './scores/score.js';
export { type MetricScores, scoreAll } from './scores/scoreAll.js';
export { foldScores, type FoldScores, poolOutcomes } from './scores/foldScores.js';
export { groupScores, type GroupScores, worstGroup } from './scores/groupScores.js';

export { ccc } from './values/ccc.js';
export { mae } from './values/mae.js';
export type { ValuePair } from './values/moments.js';
export { pearson } from './values/pearson.js';
export { valueIntervals, type ValueIntervalsOptions, type ValueScoreName } from './values/valueIntervals.js';
export { raterAgreement, type RaterAgreement } from './raters/agreement.js';

export type { Interval } from './intervals/interval.js';
export type { ResamplingOptions } from './intervals/resampling.js';
export { bootstrapInterval, type BootstrapOptions } from './intervals/bootstrapInterval.js';
export { confidenceIntervals, type ConfidenceIntervalsOptions } from './intervals/confidenceIntervals.js';
export type { ConfidenceInterval, IntervalMethod } from './intervals/confidenceInterval.js';
export { type Reliability, type UnreliableReason, unreliableReasons } from './intervals/reliability.js';

export {
  compareOutcomes,
  type CompareOptions,
  type Comparison,
  type GroupPair,
} from './comparison/compareOutcomes.js';
export { wilcoxonSignedRank, type WilcoxonResult } from './comparison/wilcoxonSignedRank.js';
export { mcnemar, type McnemarCounts, type McnemarResult } from './comparison/mcnemar.js';
export { mcnemarCounts } from './comparison/mcnemarCounts.js';
