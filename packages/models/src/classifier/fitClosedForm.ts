import { type Examples, checkClasses, countExamples, exampleSize } from '@ser/classifiers';
import { type ChosenSettings, chooseSetting } from '@ser/classifiers';
import type { ClassifierDescription } from '@ser/classifiers';
import { innerFolds } from '@ser/classifiers';
import { MatrixProducts } from '@ser/classifiers';
import { solverOf } from '@ser/classifiers';
import { probabilitiesOf } from '@ser/classifiers';
import type { TrainingSet } from '@ser/classifiers';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { type Engine, activateEngine } from '../engine/engine.js';
import { ModelError } from '../errors.js';
import { openMultiplier } from '../multiplier/openMultiplier.js';
import type { TrainingOptions } from '../training/trainingOptions.js';
import { networkOf } from './networkOf.js';

export interface FitClosedFormOptions extends Pick<
  TrainingOptions,
  'groups' | 'domains' | 'copies' | 'signal'
> {
  readonly engine: Engine;
  readonly inputShape: readonly number[];
  readonly nClasses: number;
}

/** A fitted classifier as a network, and what was chosen for it. */
export interface FittedClosedForm {
  readonly model: LayersModel;
  readonly choice: ChosenSettings;
  /** Of the examples it was fitted to, row-major `[n, nClasses]`. */
  readonly probabilities: Float32Array;
}

/**
 * Chooses the settings on inner folds of the training examples, fits to all of them with these, and calibrates the
 * probabilities on what the inner folds held out.
 *
 * @throws {SerError} `shape-mismatch`, `invalid-option`; `diverged` when the equations have no answer in float32
 */
export async function fitClosedForm(
  description: ClassifierDescription,
  x: Examples,
  y: Int32Array,
  options: FitClosedFormOptions,
): Promise<FittedClosedForm> {
  const { engine, inputShape, groups, domains, copies, signal } = options;
  const set = trainingSet(description, x, y, options);
  const folds = innerFolds(y, { nFolds: description.innerFolds ?? 3, groups, copies });
  const multiplier = openMultiplier(engine);
  try {
    const solver = solverOf(description, { ...set, domains }, new MatrixProducts(multiplier, signal));
    const choice = await chooseSetting(solver, folds, set);
    const { machine, scores } = await solver.fit(choice);
    const { temperature } = choice;
    activateEngine(engine);
    const model = networkOf(machine, { inputShape, x: set.x, temperature });
    return { model, choice, probabilities: probabilitiesOf(scores, temperature) };
  } finally {
    await multiplier.dispose();
  }
}

function trainingSet(
  { balanced = true }: ClassifierDescription,
  x: Examples,
  y: Int32Array,
  { inputShape, nClasses, groups, domains, copies }: FitClosedFormOptions,
): TrainingSet {
  const nRows = countExamples(x, inputShape);
  checkClasses(y, nRows, nClasses);
  checkOneEach('groups', groups, nRows);
  checkOneEach('domains', domains, nRows);
  checkOneEach('copies', copies, nRows);
  return {
    x: { data: x.data, nRows, nColumns: exampleSize(inputShape) },
    y,
    nClasses,
    balanced,
  };
}

function checkOneEach(option: string, values: ArrayLike<unknown> | undefined, nExamples: number): void {
  if (values === undefined || values.length === nExamples) return;
  throw new ModelError(
    'shape-mismatch',
    `Expected \`${option}\` to have one value for each of ${nExamples} examples, got ${values.length}.`,
  );
}
