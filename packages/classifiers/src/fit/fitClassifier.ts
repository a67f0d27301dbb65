import { probabilitiesOf } from '../calibration/temperature.js';
import type { ChosenSettings } from '../classifier/chosenSettings.js';
import type { ClassifierFiles } from '../classifier/classifier.js';
import {
  checkClasses,
  countExamples,
  countRows,
  type Examples,
  exampleSize,
  requireOneEach,
  type StoredExamples,
} from '../classifier/examples.js';
import type { FitOptions } from '../classifier/fitOptions.js';
import type { ClassifierDescription, RidgeDescription } from '../description/classifierDescription.js';
import type { Matrix } from '../matrix/matrix.js';
import { MatrixProducts, type Multiplier } from '../matrix/matrixProducts.js';
import { StoredRidge } from '../ridge/storedRidge.js';
import { innerFolds } from '../training/innerFolds.js';
import type { TrainingLabels } from '../training/trainingSet.js';
import type { Solver } from '../training/solver.js';
import { checkWeights, softTargets } from '../training/softTargets.js';
import { chooseSetting } from './chooseSetting.js';
import { decisionFiles } from './decisionFiles.js';
import { solverOf, standardC } from './solverOf.js';

/** What a classifier is fitted with. */
export interface FitClassifierOptions extends Pick<
  FitOptions,
  'groups' | 'domains' | 'copies' | 'weights' | 'softLabels' | 'signal' | 'onProgress'
> {
  readonly multiplier: Multiplier;
  /** Shape of one example, without the first axis. */
  readonly inputShape: readonly number[];
  readonly nClasses: number;
}

/** A fitted classifier as files, and how it was chosen. */
export interface FittedFiles {
  readonly files: ClassifierFiles;
  readonly choice: ChosenSettings;
  /** Probabilities of the training examples, row-major `[n, nClasses]`. */
  readonly probabilities: Float32Array;
}

/**
 * Chooses the settings on inner folds of the training examples, fits to all of them with these settings, and calibrates
 * the probabilities on the held-out examples of the inner folds.
 *
 * @throws {SerError} `shape-mismatch`, `invalid-option`; `diverged` when the equations have no solution in float32
 */
export async function fitClassifier(
  description: ClassifierDescription,
  examples: Examples,
  y: Int32Array,
  options: FitClassifierOptions,
): Promise<FittedFiles> {
  const { inputShape, domains, signal, multiplier } = options;
  const nRows = countExamples(examples, inputShape);
  const labels = trainingLabels(description, y, { ...options, nRows });
  const x = { data: examples.data, nRows, nColumns: exampleSize(inputShape) };
  const products = new MatrixProducts(multiplier, signal);
  const solver = solverOf(description, { ...labels, x, domains }, products);
  return fitSolver(solver, { description, labels, x, ...options });
}

/**
 * As `fitClassifier`, for a linear ridge classifier on examples that are read block by block.
 *
 * @throws {SerError} as `fitClassifier`
 */
export async function fitStoredRidge(
  description: RidgeDescription,
  examples: StoredExamples,
  y: Int32Array,
  options: FitClassifierOptions,
): Promise<FittedFiles> {
  const { inputShape, signal, multiplier, onProgress } = options;
  const { regularization = standardC } = description;
  const nRows = countRows(examples.shape, inputShape);
  const labels = trainingLabels(description, y, { ...options, nRows });
  const products = new MatrixProducts(multiplier, signal);
  const solver = new StoredRidge(examples, { labels, regularization, products, onProgress });
  return fitSolver(solver, { description, labels, ...options });
}

interface FitSolverOptions extends FitClassifierOptions {
  readonly description: ClassifierDescription;
  readonly labels: TrainingLabels;
  /** The examples, if they are in memory. */
  readonly x?: Matrix;
}

async function fitSolver(
  solver: Solver,
  { description, labels, x, ...options }: FitSolverOptions,
): Promise<FittedFiles> {
  const { inputShape, copies } = options;
  const folds = innerFolds(labels.y, {
    nFolds: description.innerFolds ?? 3,
    groups: keptTogether(description, options),
    copies,
  });
  const choice = await chooseSetting(solver, folds, labels);
  const { decision, scores } = await solver.fit(choice);
  const { temperature } = choice;
  return {
    files: decisionFiles(decision, { inputShape, x, temperature }),
    choice,
    probabilities: probabilitiesOf(scores, temperature),
  };
}

/** The group of each example that the inner folds keep together. */
function keptTogether(
  { heldOut }: ClassifierDescription,
  { groups, domains = [] }: Pick<FitOptions, 'groups' | 'domains'>,
): readonly string[] | undefined {
  return heldOut === 'domain' && new Set(domains).size > 1 ? domains : groups;
}

interface LabelOptions extends Omit<FitClassifierOptions, 'multiplier' | 'inputShape'> {
  /** Number of examples. */
  readonly nRows: number;
}

function trainingLabels(
  { balanced = true }: ClassifierDescription,
  y: Int32Array,
  { nRows, nClasses, groups, domains, copies, weights, softLabels }: LabelOptions,
): TrainingLabels {
  checkClasses(y, nRows, nClasses);
  requireOneEach('groups', groups, nRows);
  requireOneEach('domains', domains, nRows);
  requireOneEach('copies', copies, nRows);
  checkWeights(weights, nRows);
  return {
    ...{ y, nClasses, balanced, weights },
    targets: softLabels && softTargets(softLabels, nRows, nClasses),
  };
}
