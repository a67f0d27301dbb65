import { type Matrix, rowsOf } from '../matrix/matrix.js';
import { classWeightsOf } from '../scores/classWeights.js';

/** Examples to fit to, each with all its features in one row. */
export interface TrainingSet extends TrainingLabels {
  /** `[n, nFeatures]` */
  readonly x: Matrix;
}

/** What is known about the examples of a training set besides their features. */
export interface TrainingLabels {
  /** Class of each example. */
  readonly y: Int32Array;
  readonly nClasses: number;
  /** Whether the weights of the examples of a class sum to the same number for every class. */
  readonly balanced: boolean;
  /** How much each example counts, above 0. @default 1 for every example */
  readonly weights?: Float64Array | undefined;
  /** Targets of least squares, `[n, nClasses]`. @default +1 for the class of the example, -1 for the others */
  readonly targets?: Matrix | undefined;
}

/** The weight of each of some rows, balanced over just these rows. */
export function exampleWeights(set: TrainingLabels, rows: Int32Array): Float64Array {
  const factors = classFactors(set, rows);
  const { weights } = set;
  return weights ? factors.map((factor, i) => factor * weights[rows[i]!]!) : factors;
}

/**
 * The factor of the class of each of some rows: with `balanced`, the weights of the examples times their factors sum to
 * the same number for every class, and without weights of examples, the mean factor is 1.
 */
export function classFactors(
  { y, nClasses, balanced, weights }: TrainingLabels,
  rows: Int32Array,
): Float64Array {
  const labels = rows.map((row) => y[row]!);
  const factors = classWeightsOf(balanced ? 'balanced' : undefined, labels, nClasses);
  if (!weights || !balanced) return Float64Array.from(labels, (label) => factors[label]!);
  const counts = new Float64Array(nClasses);
  const sums = new Float64Array(nClasses);
  labels.forEach((label, i) => {
    counts[label]!++;
    sums[label]! += weights[rows[i]!]!;
  });
  return Float64Array.from(labels, (label) => (factors[label]! * counts[label]!) / sums[label]!);
}

/** Targets of least squares for some rows, `[rows, nClasses]`. */
export function targetsOfRows({ y, nClasses, targets }: TrainingLabels, rows: Int32Array): Matrix {
  if (targets) return rowsOf(targets, rows);
  const data = new Float32Array(rows.length * nClasses).fill(-1);
  rows.forEach((row, i) => (data[i * nClasses + y[row]!] = 1));
  return { data, nRows: rows.length, nColumns: nClasses };
}

/** All rows of a set. */
export function allRows({ y }: TrainingLabels): Int32Array {
  return Int32Array.from(y.keys());
}

/** The weight of every example of the set, 0 for those that are not chosen. */
export function weightsOfAll(set: TrainingLabels, rows: Int32Array): Float64Array {
  return ofAll(set, rows, exampleWeights(set, rows));
}

/** The factor of the class of every example of the set, 0 for those that are not chosen. */
export function classFactorsOfAll(set: TrainingLabels, rows: Int32Array): Float64Array {
  return ofAll(set, rows, classFactors(set, rows));
}

function ofAll({ y }: TrainingLabels, rows: Int32Array, values: Float64Array): Float64Array {
  const all = new Float64Array(y.length);
  values.forEach((value, i) => (all[rows[i]!] = value));
  return all;
}
