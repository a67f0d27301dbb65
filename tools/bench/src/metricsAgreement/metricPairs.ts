import * as ours from '@ser/metrics';
import type { MetricName, Outcome } from '@ser/metrics';

/** A value of scikit-learn; null is NaN. */
export type Answer = number | null;
const averaged = { F1: ours.f1, Precision: ours.precision, Recall: ours.recall };
type AverageName = `${'macro' | 'weighted'}${'F1' | 'Precision' | 'Recall'}`;

/** A line of `reference/goldens/metrics_random.py`; null is NaN. */
export interface RandomCase {
  readonly outcome: Outcome;
  readonly scores: Readonly<Record<MetricName, Answer>>;
  readonly zeroDivision: Answer;
  readonly averages: Readonly<Record<AverageName, Answer>>;
  readonly macroSpecificity: Answer;
  readonly specificity: readonly Answer[];
  readonly perClass: readonly Readonly<Record<keyof ours.ClassScores, Answer>>[];
  readonly rocAuc: readonly Answer[];
  readonly averagePrecision: readonly Answer[];
  readonly confusionMatrix: readonly (readonly number[])[];
}

/** The name of a metric, our value, and that of scikit-learn. */
export type MetricPair = readonly [name: string, value: number, expected: Answer];

/** All metrics of a case. */
export function* metricPairs(recorded: RandomCase): Generator<MetricPair> {
  const { outcome } = recorded;
  const scores = ours.scoreAll(outcome);
  for (const name of ours.metricNames) yield [name, scores[name] ?? NaN, recorded.scores[name]];
  yield* optionPairs(recorded, { zeroDivision: recorded.zeroDivision ?? NaN });
  const areas = { rocAuc: ours.rocAuc, averagePrecision: ours.averagePrecision };
  for (const [name, metric] of Object.entries(areas)) {
    for (const [label, area] of metric(outcome, { average: null }).entries()) {
      yield [`${name}, per class`, area, recorded[name as keyof typeof areas][label]!];
    }
  }
  const matrix = ours.confusionMatrix(outcome).flat();
  const recordedMatrix = recorded.confusionMatrix.flat();
  for (const [cell, count] of matrix.entries()) yield ['confusionMatrix', count, recordedMatrix[cell]!];
}

function* optionPairs(recorded: RandomCase, options: ours.ZeroDivisionOptions): Generator<MetricPair> {
  const { outcome } = recorded;
  for (const average of ['macro', 'weighted'] as const) {
    for (const [measure, metric] of Object.entries(averaged)) {
      const name = `${average}${measure as keyof typeof averaged}` as const;
      yield [`${name}, zeroDivision`, metric(outcome, { ...options, average }), recorded.averages[name]];
    }
  }
  yield ['macroSpecificity, zeroDivision', ours.specificity(outcome, options), recorded.macroSpecificity];
  for (const [label, value] of ours.specificity(outcome, { ...options, average: null }).entries()) {
    yield ['specificity', value, recorded.specificity[label]!];
  }
  for (const [label, row] of ours.perClass(outcome, options).entries()) {
    for (const measure of ['precision', 'recall', 'f1', 'support'] as const) {
      yield ['perClass', row[measure], recorded.perClass[label]![measure]];
    }
  }
}
