export type { ConfusionMatrix, Metric, Outcome, ZeroDivisionOptions } from './types.js';
export { SerError } from '@ser/core';
export type { MetricsErrorCode } from './errors.js';

export { accuracy } from './accuracy.js';
export { uar } from './uar.js';
export {
  macroF1,
  macroPrecision,
  macroRecall,
  microF1,
  microPrecision,
  microRecall,
  weightedF1,
  weightedPrecision,
  weightedRecall,
} from './averages.js';
export { perClass, type ClassScores } from './perClass.js';
export { macroSpecificity, specificity } from './specificity.js';
export { cohenKappa } from './cohenKappa.js';
export { mcc } from './mcc.js';
export { confusionMatrix, normalizeColumns, normalizeRows } from './confusionMatrix.js';
export { chanceUar, majorityAccuracy } from './chance.js';

export { topKAccuracy, type TopKOptions } from './topKAccuracy.js';
export { logLoss } from './logLoss.js';
export { brierScore } from './brierScore.js';
export {
  macroAveragePrecision,
  macroRocAuc,
  perClassAreas,
  weightedAveragePrecision,
  weightedRocAuc,
  type ClassAreas,
} from './areas.js';
export { rocCurve, type RocCurve } from './rocCurve.js';
export {
  calibrationError,
  reliabilityBins,
  type CalibrationOptions,
  type ReliabilityBin,
} from './calibrationError.js';
export { applyTemperature, fitTemperature, type TemperatureOptions } from './temperature.js';

export {
  metricNames,
  metrics,
  type LabelMetricName,
  type MetricDefinition,
  type MetricName,
  type ProbabilityMetricName,
} from './metrics.js';
export { score, type Scores } from './score.js';
export { scoreAll, type MetricScores } from './scoreAll.js';
export { foldScores, meanScores, poolOutcomes, type FoldScores } from './foldScores.js';
export { groupScores, worstGroup, type GroupScores } from './groupScores.js';

export type { Interval } from './intervals/interval.js';
export type { ResamplingOptions } from './intervals/resampling.js';
export { bootstrapInterval, type BootstrapOptions } from './intervals/bootstrapInterval.js';
export { confidenceIntervals, type ConfidenceIntervalsOptions } from './intervals/confidenceIntervals.js';
export type { ConfidenceInterval, IntervalMethod } from './intervals/confidenceInterval.js';
export { unreliableReasons, type Reliability, type UnreliableReason } from './intervals/reliability.js';

export {
  compareOutcomes,
  type CompareOptions,
  type Comparison,
  type GroupPair,
} from './comparison/compareOutcomes.js';
export { wilcoxonSignedRank, type WilcoxonResult } from './comparison/wilcoxonSignedRank.js';
export { mcnemar, type McnemarCounts, type McnemarResult } from './comparison/mcnemar.js';
export { mcnemarCounts } from './comparison/mcnemarCounts.js';
