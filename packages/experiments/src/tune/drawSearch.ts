import { ExperimentError } from '../errors.js';
import type { Recipe, SingleRecipe } from '../recipe/recipe.js';
import { requireSingle } from '../recipe/requireSingle.js';
import { resolveRecipe } from '../recipe/resolveRecipe.js';
import type { RecipeOverrides } from '../recipe/resolveRecipe.js';
import type { SearchSpace } from '../recipe/searchSpace.js';
import { atLeastOne } from './atLeastOne.js';
import { sampleTrials } from './sampleTrials.js';
import type { Trial } from './sampleTrials.js';
import { planSearch } from './searchPlan.js';
import type { SearchMethod, SearchPlan } from './searchPlan.js';
import { trialRecipe, withEpochs } from './trialRecipe.js';

export interface DrawSearchOptions extends Pick<RecipeOverrides, 'seed' | 'corpora'> {
  /** How many sets of values are tried, the recipe's own included; at least 1. @default the recipe's `search.trials` */
  readonly trials?: number;
  /** How the epochs are shared out among the trials. @default 'halving' */
  readonly method?: SearchMethod;
}

/** Everything that is tried, and in which order, before a file is touched. */
export interface Search {
  /** With the overrides in place. */
  readonly recipe: SingleRecipe;
  readonly space: SearchSpace;
  readonly trials: readonly Trial[];
  /** The recipes of the trials, in order. */
  readonly recipes: readonly SingleRecipe[];
  readonly plan: SearchPlan;
}

/**
 * Draws the trials of a recipe's search.
 *
 * @throws {SerError} `invalid-recipe` when it has several classifiers or no `search`, or a trial's values break the
 *   recipe's rules; `invalid-option`
 */
export function drawSearch(original: Recipe, options: DrawSearchOptions): Search {
  const { seed, corpora, method = 'halving' } = options;
  const recipe = resolveRecipe(requireSingle(original, 'A search'), {
    ...{ seed, corpora },
    sourceSplit: false,
  });
  const space = searchOf(recipe);
  const start = withEpochs(recipe, space.maxEpochs ?? recipe.training.epochs);
  const n = atLeastOne('trials', options.trials ?? space.trials);
  const trials = sampleTrials(start, space, { n, seed: recipe.seed });
  const recipes = trials.map((trial) => trialRecipe(start, trial));
  return { recipe, space, trials, recipes, plan: planSearch({ method, search: space, recipes }) };
}

function searchOf({ name, search }: SingleRecipe): SearchSpace {
  if (search !== undefined) return search;
  throw new ExperimentError(
    'invalid-recipe',
    `The recipe \`${name}\` has no \`search\`, which says what to try. Add one, such as ` +
      '"search": { "parameters": { "/training/optimizer/learningRate": { "kind": "log", "low": 0.0001, "high": 0.01 } } }.',
  );
}
