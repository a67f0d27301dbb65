import { accuracyOf } from './accuracy.js';
import { averageOf } from './averages.js';
import { averagePrecisionOf, rocAucOf } from './areas.js';
import { brierScoreOf } from './brierScore.js';
import { calibrationErrorOf } from './calibrationError.js';
import { cohenKappaOf } from './cohenKappa.js';
import { logLossOf } from './logLoss.js';
import { mccOf } from './mcc.js';
import { macroSpecificityOf } from './specificity.js';
import { talliesOf } from './tally/groupTallies.js';
import type { Tallies } from './tally/tallies.js';
import { topKAccuracyOf } from './topKAccuracy.js';
import type { Metric } from './types.js';
import { uarOf } from './uar.js';

/** What is known of a metric, and the metric. */
export interface MetricDefinition {
  /** As a heading would have it. */
  readonly title: string;
  /** Whether classes and answers are enough, or the outcome must hold `probabilities`. */
  readonly needs: 'labels' | 'probabilities';
  /** The least and the greatest value it can have. */
  readonly range: readonly [number, number];
  readonly higherIsBetter: boolean;
  /** NaN where it is not defined, which the metric's own page of the documentation tells. */
  readonly score: Metric;
}

/** @internal Also from tallies: that is what lets a thousand resamples be scored at once. */
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

/** @internal */
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
  macroSpecificity: fromLabels('Macro specificity', (tallies) => macroSpecificityOf(tallies)),
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

export type MetricName = keyof typeof definitions;

/** The metrics of what was answered alone. */
export type LabelMetricName = {
  [Name in MetricName]: (typeof definitions)[Name]['needs'] extends 'labels' ? Name : never;
}[MetricName];

/** The metrics of how sure the answers were. */
export type ProbabilityMetricName = Exclude<MetricName, LabelMetricName>;

/** Every metric by name. A metric added here is scored, given intervals and held to the laws by test. */
export const metrics: { readonly [Name in MetricName]: MetricDefinition } = definitions;

/** Every name, in the order of the registry. */
export const metricNames = Object.keys(metrics) as readonly MetricName[];
