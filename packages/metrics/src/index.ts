export type { ConfusionMatrix, Metric, Outcome, ZeroDivisionOptions } from './types.js';
export { MetricsError, type MetricsErrorCode } from './errors.js';

export { accuracy } from './accuracy.js';
export { uar } from './uar.js';
export { macroF1, macroPrecision, macroRecall } from './macroAverages.js';
export { perClass, type ClassScores } from './perClass.js';
export { confusionMatrix, normalizeRows } from './confusionMatrix.js';
export { chanceUar, majorityAccuracy } from './chance.js';

export { metrics, score, type Scores } from './score.js';
export { foldScores, meanScores, poolOutcomes, type FoldScores } from './foldScores.js';
export { bootstrapInterval, type BootstrapOptions, type Interval } from './bootstrapInterval.js';

export { confusionMatrixSvg, type ConfusionMatrixSvgOptions } from './svg/confusionMatrixSvg.js';
export { learningCurvesSvg, type LearningCurvesSvgOptions } from './svg/learningCurvesSvg.js';
export type { Curve } from './svg/curvePlot.js';
export { perClassSvg, type PerClassSvgOptions } from './svg/perClassSvg.js';
