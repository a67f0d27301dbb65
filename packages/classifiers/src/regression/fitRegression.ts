import { requireInteger, requireNumber } from '@ser/core';
import { countExamples, type Examples, exampleSize, requireOneEach } from '../classifier/examples.js';
import type { FitOptions } from '../classifier/fitOptions.js';
import { ClassifierError } from '../errors.js';
import { type ClassifierBackend, plainBackend } from '../fit/classifierBackend.js';
import { linearRidge, standardC } from '../fit/solverOf.js';
import { type Matrix, rowRange } from '../matrix/matrix.js';
import { MatrixProducts } from '../matrix/matrixProducts.js';
import type { LinearDecisionFunction } from '../training/decisionFunction.js';
import { type InnerFold, innerFolds } from '../training/innerFolds.js';
import { checkWeights } from '../training/softTargets.js';
import type { Solver } from '../training/solver.js';
import { Regression } from './regression.js';
import { rescaled, type Scale, standardized } from './scales.js';

export interface FitRegressionOptions extends Pick<FitOptions, 'groups' | 'copies' | 'weights' | 'signal'> {
  /** Number of values to predict for each example, at least 1. */
  readonly nTargets: number;
  /** Values of C to choose from, for each target separately; each above 0. @default [0.1, 0.3, 1, 3, 10] */
  readonly regularization?: readonly number[];
  /** Number of folds of the examples that choose C, at least 2. @default 3 */
  readonly nInnerFolds?: number;
  /** What computes the matrix products. @default plain TypeScript */
  readonly backend?: Pick<ClassifierBackend, 'openMultiplier'>;
}

/**
 * Ridge regression to several values of each example, such as arousal and valence. Targets are brought to mean 0 and
 * deviation 1 first. C is chosen for each target on inner folds that keep groups together, by the mean squared error.
 *
 * @param targets row-major `[n, nTargets]`; finite
 * @throws {SerError} `shape-mismatch`, `invalid-option`; `diverged` when the equations have no solution in float32
 *
 * @example
 * const regression = await fitRegression(x, targets, { nTargets: 2, groups: speakers });
 * regression.predict(test); // [arousal, valence, arousal, valence, …]
 */
export async function fitRegression(
  x: Examples,
  targets: Float32Array,
  options: FitRegressionOptions,
): Promise<Regression> {
  const { nTargets, groups, copies, weights, signal, nInnerFolds = 3, backend = plainBackend } = options;
  const { regularization = standardC } = options;
  const { nRows, nColumns } = checkExamples(x, targets, options);
  const scales = standardized(targets, nTargets);
  const y = new Int32Array(nRows);
  const set = {
    ...{ x: { data: x.data, nRows, nColumns }, y, nClasses: nTargets, balanced: false, weights },
    targets: { data: scales.values, nRows, nColumns: nTargets },
  };
  const folds = innerFolds(y, { nFolds: nInnerFolds, groups, copies });
  const multiplier = backend.openMultiplier();
  try {
    const solver = linearRidge(set, regularization, new MatrixProducts(multiplier, signal));
    const chosen = await chooseEach(solver, folds, set.targets);
    const fitted = new Map<number, LinearDecisionFunction>();
    for (const C of new Set(chosen)) {
      fitted.set(C, (await solver.fit({ C })).decision as LinearDecisionFunction);
    }
    return regressionOf(chosen, fitted, scales.scales, nColumns);
  } finally {
    await multiplier.dispose();
  }
}

function checkExamples(x: Examples, targets: Float32Array, options: FitRegressionOptions) {
  const { nTargets, groups, copies, weights, nInnerFolds = 3, regularization = standardC } = options;
  requireInteger('nTargets', nTargets, { min: 1, max: 2 ** 16 });
  requireInteger('nInnerFolds', nInnerFolds, { min: 2, max: 2 ** 16 });
  regularization.forEach((C, i) => requireNumber(`regularization[${i}]`, C, { above: 0 }));
  const shape = x.shape.slice(1);
  const nRows = countExamples(x, shape);
  if (targets.length !== nRows * nTargets) {
    throw new ClassifierError(
      'shape-mismatch',
      `\`targets\` must have ${nTargets} values for each of the ${nRows} examples; got ${targets.length}.`,
    );
  }
  targets.forEach((value, i) => requireNumber(`targets[${i}]`, value));
  requireOneEach('groups', groups, nRows);
  requireOneEach('copies', copies, nRows);
  checkWeights(weights, nRows);
  return { nRows, nColumns: exampleSize(shape) };
}

/** The C of each target with the least squared error on the held-out examples; the first of equals. */
async function chooseEach(
  solver: Solver,
  folds: readonly InnerFold[],
  targets: Matrix,
): Promise<readonly number[]> {
  const { nColumns } = targets;
  const scores = await solver.heldOutScores(folds);
  const errors = scores.map((ofSetting) => {
    const sums = new Float64Array(nColumns);
    ofSetting.forEach(({ data }, fold) => {
      folds[fold]!.heldOut.forEach((row, i) => {
        const actual = rowRange(targets, row, row + 1).data;
        for (let t = 0; t < nColumns; t++) sums[t]! += (data[i * nColumns + t]! - actual[t]!) ** 2;
      });
    });
    return sums;
  });
  return Array.from({ length: nColumns }, (_, t) => {
    const best = errors.reduce((least, sums, i) => (sums[t]! < errors[least]![t]! ? i : least), 0);
    return solver.settings[best]!.C;
  });
}

/** Each target with the weights of its C, in its own unit. */
function regressionOf(
  chosen: readonly number[],
  fitted: ReadonlyMap<number, LinearDecisionFunction>,
  scales: readonly Scale[],
  nColumns: number,
): Regression {
  const weights = { data: new Float32Array(chosen.length * nColumns), nRows: chosen.length, nColumns };
  const bias = new Float32Array(chosen.length);
  chosen.forEach((C, t) => {
    const decision = fitted.get(C)!;
    const own = rescaled(rowRange(decision.weights, t, t + 1).data, decision.bias[t]!, scales[t]!);
    weights.data.set(own.weights, t * nColumns);
    bias[t] = own.bias;
  });
  return new Regression({ weights, bias, regularization: chosen });
}
