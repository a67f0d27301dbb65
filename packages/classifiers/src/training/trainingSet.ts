import type { Matrix } from '../matrix/matrix.js';
import { classWeightsOf } from '../scores/classWeights.js';

/** Examples to fit to, each with all its features in one row. */
export interface TrainingSet {
  /** `[n, nFeatures]` */
  readonly x: Matrix;
  /** Class of each example. */
  readonly y: Int32Array;
  readonly nClasses: number;
  /** Whether the weights of the examples of a class sum to the same number for every class. */
  readonly balanced: boolean;
}

/** The weight of each of some rows, balanced over just these rows. */
export function exampleWeights({ y, nClasses, balanced }: TrainingSet, rows: Int32Array): Float64Array {
  const labels = rows.map((row) => y[row]!);
  const weights = classWeightsOf(balanced ? 'balanced' : undefined, labels, nClasses);
  return Float64Array.from(labels, (label) => weights[label]!);
}

/** Targets of least squares for some rows, `[rows, nClasses]`: +1 for the class of the row, -1 for the others. */
export function signTargets({ y, nClasses }: TrainingSet, rows: Int32Array): Matrix {
  const data = new Float32Array(rows.length * nClasses).fill(-1);
  rows.forEach((row, i) => (data[i * nClasses + y[row]!] = 1));
  return { data, nRows: rows.length, nColumns: nClasses };
}

/** All rows of a set. */
export function allRows({ y }: TrainingSet): Int32Array {
  return Int32Array.from(y.keys());
}

/** The weight of every example of the set, 0 for those that are not chosen. */
export function weightsOfAll(set: TrainingSet, rows: Int32Array): Float64Array {
  const weights = new Float64Array(set.y.length);
  exampleWeights(set, rows).forEach((weight, i) => (weights[rows[i]!] = weight));
  return weights;
}
