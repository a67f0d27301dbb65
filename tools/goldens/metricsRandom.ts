/**
 * Compares @ser/metrics with what scikit-learn said of random cases, absent classes and every `zeroDivision` included:
 * the greatest difference of each figure, relative where the figure is above 1. Fails above 1e-12.
 *
 *     python tools/goldens/metrics_random.py | npx tsx --conditions=@ser/source tools/goldens/metricsRandom.ts
 */
import { createInterface } from 'node:readline';
import * as ours from '@ser/metrics';
import type { MetricName, Outcome } from '@ser/metrics';

const TOLERANCE = 1e-12;

type Answer = number | null;
const averaged = { F1: ours.f1, Precision: ours.precision, Recall: ours.recall };
type AverageName = `${'macro' | 'weighted'}${'F1' | 'Precision' | 'Recall'}`;

/** What `metrics_random.py` prints; null stands for NaN. */
interface RandomCase {
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

/** A figure of ours beside the recorded one. */
type Pair = readonly [name: string, figure: number, recorded: Answer];

function* pairsOf(recorded: RandomCase): Generator<Pair> {
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

function* optionPairs(recorded: RandomCase, options: ours.ZeroDivisionOptions): Generator<Pair> {
  const { outcome } = recorded;
  for (const average of ['macro', 'weighted'] as const) {
    for (const [measure, metric] of Object.entries(averaged)) {
      const name = `${average}${measure as keyof typeof averaged}` as const;
      yield [`${name}, zeroDivision`, metric(outcome, { ...options, average }), recorded.averages[name]];
    }
  }
  yield ['macroSpecificity, zeroDivision', ours.specificity(outcome, options), recorded.macroSpecificity];
  for (const [label, figure] of ours.specificity(outcome, { ...options, average: null }).entries()) {
    yield ['specificity', figure, recorded.specificity[label]!];
  }
  for (const [label, row] of ours.perClass(outcome, options).entries()) {
    for (const measure of ['precision', 'recall', 'f1', 'support'] as const) {
      yield ['perClass', row[measure], recorded.perClass[label]![measure]];
    }
  }
}

function difference(figure: number, recorded: Answer): number {
  if (recorded === null) return Number.isNaN(figure) ? 0 : Infinity;
  return Math.abs(figure - recorded) / Math.max(1, Math.abs(recorded));
}

const greatest = new Map<string, number>();
let nCases = 0;
for await (const line of createInterface({ input: process.stdin })) {
  nCases++;
  for (const [name, figure, recorded] of pairsOf(JSON.parse(line) as RandomCase)) {
    const found = difference(figure, recorded);
    if (!(found <= TOLERANCE)) console.error(`case ${nCases}: ${name} is ${figure}, recorded ${recorded}`);
    // A difference that is NaN counts as infinite.
    greatest.set(name, Math.max(greatest.get(name) ?? 0, Number.isNaN(found) ? Infinity : found));
  }
}
for (const [name, value] of greatest) console.log(`${name.padEnd(32)} ${value.toExponential(1)}`);
const worst = Math.max(...greatest.values());
console.log(`${nCases} cases: ${worst <= TOLERANCE ? 'equal' : 'NOT EQUAL'} to ${TOLERANCE}`);
if (nCases === 0 || !(worst <= TOLERANCE)) process.exitCode = 1;
