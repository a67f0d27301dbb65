import type { Split } from '@ser/datasets';
import type { Explanation } from '../measures/explain/explanation.js';
import type { RunMetrics } from '../measures/runMetrics.js';
import type { Recipe } from '../recipe/recipe.js';
import type { ClipPrediction } from '../training/predict.js';

/** What a run found out; all of it is in the run folder, too. */
export interface RunResult {
  /** The run folder. */
  readonly folder: string;
  /** The recipe with the run's overrides in place. */
  readonly recipe: Recipe;
  readonly split: Split;
  /** The split of the recipe's source, where it was run too. */
  readonly sourceSplit?: Split;
  readonly metrics: RunMetrics;
  /** What the model rests on, where that was asked for. */
  readonly explanation?: Explanation;
  /** Of all test clips, fold after fold. */
  readonly predictions: readonly ClipPrediction[];
  /** Where the model was saved, if one was. */
  readonly modelFolder?: string;
}
