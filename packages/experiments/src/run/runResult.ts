import type { Split } from '@ser/datasets';
import type { Explanation } from '../measures/explain/explanation.js';
import type { RunMetrics } from '../measures/runMetrics.js';
import type { Recipe } from '../recipe/recipe.js';
import type { ClipPrediction } from '../training/predict.js';

/** The results of a run; all of them are also in the run folder. */
export interface RunResult {
  /** The run folder. */
  readonly folder: string;
  /** The recipe with the run's overrides applied. */
  readonly recipe: Recipe;
  readonly split: Split;
  /** The split of the recipe's source, if it was run. */
  readonly sourceSplit?: Split;
  readonly metrics: RunMetrics;
  /** Which features carry each emotion, if requested. */
  readonly explanation?: Explanation;
  /** The predictions for all test clips, fold by fold. */
  readonly predictions: readonly ClipPrediction[];
  /** The folder of the saved model, if one was saved. */
  readonly modelFolder?: string;
}
