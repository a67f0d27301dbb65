import { fitRegression, type Regression } from '@ser/classifiers';
import type { Utterance } from '@ser/datasets';
import type { RecognizerDimensions } from '@ser/recognizer';
import { requireDimensions } from '../data/requireDimensions.js';
import { ExperimentError } from '../errors.js';
import type { StepOptions } from '../progress/stepOptions.js';
import type { ExtractedClips } from '../features/extractedClips.js';
import type { Recipe } from '../recipe/recipe.js';
import { examplesOf, type Preparation } from './examples.js';
import type { FinalModel } from './finalModel.js';
import { groupsOf } from './fit.js';
import { fitPreparation } from './fitPreparation.js';
import type { FoldRows } from './foldRows.js';
import type { TrainingMember } from './trainFold.js';
import { trainingLabels } from './trainingLabels.js';
import { trainingRows } from './trainingRows.js';

/** The values of one test clip. */
export interface DimensionPrediction {
  readonly utterance: Utterance;
  /** Name of the fold that tested the clip. */
  readonly fold: string;
  /** In the order of the dimensions, in the unit of the corpus. */
  readonly actual: readonly number[];
  readonly predicted: readonly number[];
}

/** The predicted values of the test clips of all folds. */
export interface DimensionResults {
  readonly names: readonly string[];
  readonly predictions: readonly DimensionPrediction[];
  /** The regression of the model to save, on its own clips and features; undefined if no model is saved. */
  readonly final?: RecognizerDimensions | undefined;
}

export interface PredictDimensionsOptions extends Pick<StepOptions, 'signal'> {
  readonly recipe: Pick<Recipe, 'dimensions' | 'seed'>;
  /** The model to save. @default none */
  readonly model?: FinalModel | undefined;
}

/**
 * Fits ridge regression to the dimensions of the training clips of each fold, on the features of the first member, and
 * predicts those of its test clips. Clips without all of the dimensions are left out.
 *
 * @returns `undefined` if the recipe has no dimensions
 * @throws {SerError} `missing-data` if no clip has any of them, or a fold has no clips with them
 */
export async function predictDimensions(
  member: TrainingMember,
  folds: readonly FoldRows[],
  { recipe, model, signal }: PredictDimensionsOptions,
): Promise<DimensionResults | undefined> {
  if (recipe.dimensions === undefined) return undefined;
  const { pool } = member;
  const names = requireDimensions(pool.utterances, recipe);
  const hasAll = (row: number) =>
    names.every((name) => pool.utterances[row]!.dimensions?.[name] !== undefined);
  const predictions: DimensionPrediction[] = [];
  for (const { name: fold, train, test } of folds) {
    const [known, tested] = [trainingRows(pool, train.filter(hasAll)), test.filter(hasAll)];
    if (known.length === 0 || tested.length === 0) refuseFold(fold, names);
    const preparation = await fitPreparation(pool, member, { train: known, seed: recipe.seed, signal });
    const regression = await fitTo(pool, known, { names, preparation, signal });
    const values = regression.predict(examplesOf(pool, tested, preparation));
    tested.forEach((row, i) => {
      const utterance = pool.utterances[row]!;
      const predicted = [...values.subarray(i * names.length, (i + 1) * names.length)];
      predictions.push({ utterance, fold, actual: valuesOf(utterance, names), predicted });
    });
  }
  return { names, predictions, final: model && (await finalDimensions(member, model, { names, signal })) };
}

interface FitToOptions extends Pick<StepOptions, 'signal'> {
  readonly names: readonly string[];
  readonly preparation: Preparation;
}

function fitTo(
  pool: ExtractedClips,
  rows: readonly number[],
  { names, preparation, signal }: FitToOptions,
): Promise<Regression> {
  const clips = rows.map((row) => pool.utterances[row]!);
  const { weights } = trainingLabels(clips, []);
  const { groups, copies } = groupsOf(pool, rows);
  const targets = Float32Array.from(clips.flatMap((clip) => valuesOf(clip, names)));
  const options = { nTargets: names.length, groups, copies, signal, ...(weights && { weights }) };
  return fitRegression(examplesOf(pool, rows, preparation), targets, options);
}

/** The regression of the model to save, on the features as its first member normalizes them. */
async function finalDimensions(
  { pool }: TrainingMember,
  { rows, fitted }: FinalModel,
  { names, signal }: Pick<FitToOptions, 'names' | 'signal'>,
): Promise<RecognizerDimensions | undefined> {
  const known = rows.filter((row) =>
    names.every((name) => pool.utterances[row]!.dimensions?.[name] !== undefined),
  );
  if (known.length === 0) return undefined;
  const regression = await fitTo(pool, trainingRows(pool, known), { names, preparation: fitted[0]!, signal });
  return { names, weights: regression.weights, bias: regression.bias };
}

function refuseFold(fold: string, names: readonly string[]): never {
  throw new ExperimentError(
    'missing-data',
    `Each side of a fold must have clips with ${names.join(', ')}; got none in fold ${fold}. Choose another split.`,
  );
}

function valuesOf({ dimensions }: Utterance, names: readonly string[]): readonly number[] {
  return names.map((name) => dimensions![name]!);
}
