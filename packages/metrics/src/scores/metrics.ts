import { accuracyOf } from '../labels/accuracy.js';
import { cohenKappaOf } from '../labels/cohenKappa.js';
import { mccOf } from '../labels/mcc.js';
import { averageOf } from '../labels/precisionRecallF1.js';
import { specificityOf } from '../labels/specificity.js';
import { uarOf } from '../labels/uar.js';
import type { Metric } from '../outcome/outcome.js';
import { brierScoreOf } from '../probabilities/brierScore.js';
import { calibrationErrorOf } from '../probabilities/calibrationError.js';
import { logLossOf } from '../probabilities/logLoss.js';
import { averagePrecisionOf, rocAucOf } from '../probabilities/rankingMetrics.js';
import { topKAccuracyOf } from '../probabilities/topKAccuracy.js';
import { talliesOf } from '../tally/groupTallies.js';
import type { Tallies } from '../tally/tallies.js';

/** A metric and its properties. */
export interface MetricDefinition {
  /** Its name as a heading. */
  readonly title: string;
  /** Whether true and predicted classes are enough, or the outcome must have `probabilities`. */
  readonly needs: 'labels' | 'probabilities';
  /** The smallest and the largest value it can have. */
  readonly range: readonly [number, number];
  readonly higherIsBetter: boolean;
  /** NaN where the metric is not defined; see the documentation of its function. */
  readonly score: Metric;
}

/** A metric that is also computed from tallies, so that a thousand resamples are scored at once. */
interface Definition extends MetricDefinition {
  readonly of: (tallies: Tallies) => number;
}

function fromLabels(title: string, of: Definition['of'], range: readonly [number, number] = [0, 1]) {
  return { title, needs: 'labels', range, higherIsBetter: true, of, score: scoreWith(of) } as const;
}

function fromProbabilities(
  title: string,
  of: Definition['of'],
  { range = [0, 1], higherIsBetter = true }: Partial<Pick<Definition, 'range' | 'higherIsBetter'>> = {},
) {
  return { title, needs: 'probabilities', range, higherIsBetter, of, score: scoreWith(of) } as const;
}

function scoreWith(of: Definition['of']): Metric {
  return (outcome) => of(talliesOf(outcome));
}

/** Every metric by name, with its function of tallies. */
export const definitions = {
  accuracy: fromLabels('Accuracy', accuracyOf),
  uar: fromLabels('Unweighted average recall', uarOf),
  macroF1: fromLabels('Macro F1', (tallies) => averageOf(tallies, 'macro', 'f1')),
  macroPrecision: fromLabels('Macro precision', (tallies) => averageOf(tallies, 'macro', 'precision')),
  macroRecall: fromLabels('Macro recall', (tallies) => averageOf(tallies, 'macro', 'recall')),
  weightedF1: fromLabels('Weighted F1', (tallies) => averageOf(tallies, 'weighted', 'f1')),
  weightedPrecision: fromLabels('Weighted precision', (tallies) =>
    averageOf(tallies, 'weighted', 'precision'),
  ),
  weightedRecall: fromLabels('Weighted recall', (tallies) => averageOf(tallies, 'weighted', 'recall')),
  microF1: fromLabels('Micro F1', (tallies) => averageOf(tallies, 'micro', 'f1')),
  microPrecision: fromLabels('Micro precision', (tallies) => averageOf(tallies, 'micro', 'precision')),
  microRecall: fromLabels('Micro recall', (tallies) => averageOf(tallies, 'micro', 'recall')),
  macroSpecificity: fromLabels('Macro specificity', (tallies) => specificityOf(tallies, 'macro')),
  cohenKappa: fromLabels('Cohen’s kappa', cohenKappaOf, [-1, 1]),
  mcc: fromLabels('Matthews correlation', mccOf, [-1, 1]),
  top2Accuracy: fromProbabilities('Top-2 accuracy', (tallies) => topKAccuracyOf(tallies, 2)),
  top3Accuracy: fromProbabilities('Top-3 accuracy', (tallies) => topKAccuracyOf(tallies, 3)),
  logLoss: fromProbabilities('Log loss', logLossOf, { range: [0, Infinity], higherIsBetter: false }),
  brierScore: fromProbabilities('Brier score', brierScoreOf, { range: [0, 2], higherIsBetter: false }),
  calibrationError: fromProbabilities('Expected calibration error', calibrationErrorOf, {
    higherIsBetter: false,
  }),
  macroRocAuc: fromProbabilities('Macro ROC-AUC', (tallies) => rocAucOf(tallies, 'macro')),
  weightedRocAuc: fromProbabilities('Weighted ROC-AUC', (tallies) => rocAucOf(tallies, 'weighted')),
  macroAveragePrecision: fromProbabilities('Macro average precision', (tallies) =>
    averagePrecisionOf(tallies, 'macro'),
  ),
  weightedAveragePrecision: fromProbabilities('Weighted average precision', (tallies) =>
    averagePrecisionOf(tallies, 'weighted'),
  ),
};

/** The name of a registered metric. */
export type MetricName = keyof typeof definitions;

/** The metrics that need true and predicted classes only. */
export type LabelMetricName = {
  [Name in MetricName]: (typeof definitions)[Name]['needs'] extends 'labels' ? Name : never;
}[MetricName];

/** The metrics that need probabilities. */
export type ProbabilityMetricName = Exclude<MetricName, LabelMetricName>;

/** Every metric by name. `scoreAll` and `confidenceIntervals` cover every registered metric. */
export const metrics: { readonly [Name in MetricName]: MetricDefinition } = definitions;

/** Every name, in the order of the registry. */
export const metricNames = Object.keys(metrics) as readonly MetricName[];
