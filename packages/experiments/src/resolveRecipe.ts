import type { SplitRequest } from '@ser/datasets';
import { parseRecipe } from './parseRecipe.js';
import type { Recipe } from './recipe.js';

/** What a run may change in a recipe. The run folder keeps the recipe as changed, so that it repeats the run. */
export interface RecipeOverrides {
  /** Passes over the training clips, at least 1. @default the recipe's */
  readonly epochs?: number;
  /** Seed of split, initial weights, shuffling and bootstrap. @default the recipe's */
  readonly seed?: number;
  /** Which clips are trained on and which are tested. @default the recipe's */
  readonly split?: SplitRequest;
  /** Over what features are normalised; `speaker` and `clip` are refused for now. @default the recipe's */
  readonly normalize?: string;
}

/**
 * The recipe with a run's overrides in place, checked again.
 *
 * @throws {ExperimentError} `invalid-recipe` when an override breaks the recipe's rules
 */
export function resolveRecipe(recipe: Recipe, overrides: RecipeOverrides): Recipe {
  const { epochs, seed, split, normalize } = overrides;
  return parseRecipe(
    {
      ...recipe,
      ...(split !== undefined && { split }),
      ...(normalize !== undefined && { normalize }),
      ...(seed !== undefined && { seed }),
      training: { ...recipe.training, ...(epochs !== undefined && { epochs }) },
    },
    recipe.name,
  );
}
