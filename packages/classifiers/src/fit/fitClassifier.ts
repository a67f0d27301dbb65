import { probabilitiesOf } from '../calibration/temperature.js';
import type { ChosenSettings } from '../classifier/chosenSettings.js';
import type { ClassifierFiles } from '../classifier/classifier.js';
import {
  checkClasses,
  countExamples,
  type Examples,
  exampleSize,
  requireOneEach,
} from '../classifier/examples.js';
import type { FitOptions } from '../classifier/fitOptions.js';
import type { ClassifierDescription } from '../description/classifierDescription.js';
import { MatrixProducts, type Multiplier } from '../matrix/matrixProducts.js';
import { innerFolds } from '../training/innerFolds.js';
import type { TrainingSet } from '../training/trainingSet.js';
import { checkWeights, softTargets } from '../training/softTargets.js';
import { chooseSetting } from './chooseSetting.js';
import { decisionFiles } from './decisionFiles.js';
import { solverOf } from './solverOf.js';

/** What a classifier is fitted with. */
export interface FitClassifierOptions extends Pick<
  FitOptions,
  'groups' | 'domains' | 'copies' | 'weights' | 'softLabels' | 'signal'
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
  x: Examples,
  y: Int32Array,
  options: FitClassifierOptions,
): Promise<FittedFiles> {
  const { inputShape, domains, copies, signal, multiplier } = options;
  const set = trainingSet(description, x, y, options);
  const folds = innerFolds(y, {
    nFolds: description.innerFolds ?? 3,
    groups: keptTogether(description, options),
    copies,
  });
  const solver = solverOf(description, { ...set, domains }, new MatrixProducts(multiplier, signal));
  const choice = await chooseSetting(solver, folds, set);
  const { decision, scores } = await solver.fit(choice);
  const { temperature } = choice;
  return {
    files: decisionFiles(decision, { inputShape, x: set.x, temperature }),
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

function trainingSet(
  { balanced = true }: ClassifierDescription,
  x: Examples,
  y: Int32Array,
  { inputShape, nClasses, groups, domains, copies, weights, softLabels }: FitClassifierOptions,
): TrainingSet {
  const nRows = countExamples(x, inputShape);
  checkClasses(y, nRows, nClasses);
  requireOneEach('groups', groups, nRows);
  requireOneEach('domains', domains, nRows);
  requireOneEach('copies', copies, nRows);
  checkWeights(weights, nRows);
  return {
    ...{ x: { data: x.data, nRows, nColumns: exampleSize(inputShape) }, y, nClasses, balanced, weights },
    targets: softLabels && softTargets(softLabels, nRows, nClasses),
  };
}
