import { requireInteger } from '@ser/core';
import { ExperimentError } from '../errors.js';
import type { Recipe } from '../recipe/recipe.js';
import { resolveRecipe, type RecipeOverrides } from '../recipe/resolveRecipe.js';
import type { SearchSpace } from '../recipe/searchSpace.js';
import { sampleTrials, type Trial } from './sampleTrials.js';
import { planSearch, type SearchMethod, type SearchPlan } from './searchPlan.js';
import { trialRecipe, withEpochs } from './trialRecipe.js';

export interface DrawSearchOptions extends Pick<RecipeOverrides, 'seed' | 'corpora' | 'data' | 'labels'> {
  /** How many sets of values to try, including the recipe's own; from 1 to 10,000. @default the recipe's `search.trials` */
  readonly trials?: number;
  /** How epochs are distributed over the trials. @default 'halving' */
  readonly method?: SearchMethod;
}

/** All trials of a search and their order, before any file is written. */
export interface Search {
  /** With overrides applied. It has one member. */
  readonly recipe: Recipe;
  readonly space: SearchSpace;
  readonly trials: readonly Trial[];
  /** The recipes of the trials, in the same order. */
  readonly recipes: readonly Recipe[];
  readonly plan: SearchPlan;
}

/**
 * Draws the trials of a recipe's search.
 *
 * @throws {SerError} `invalid-recipe` if it has several members or no `search`, or if a trial's values break the recipe's
 *   rules; `invalid-option`
 */
export function drawSearch(original: Recipe, options: DrawSearchOptions): Search {
  const { seed, corpora, data, labels, method = 'halving' } = options;
  requireOneMember(original);
  const recipe = resolveRecipe(original, { ...{ seed, corpora, data, labels }, sourceSplit: false });
  const space = searchOf(recipe);
  const start = space.maxEpochs === undefined ? recipe : withEpochs(recipe, space.maxEpochs);
  const n = options.trials ?? space.trials;
  requireInteger('trials', n, { min: 1, max: 10_000 });
  const trials = sampleTrials(start.members[0]!, space, { n, seed: recipe.seed });
  const recipes = trials.map((trial) => trialRecipe(start, trial));
  return { recipe, space, trials, recipes, plan: planSearch({ method, search: space, recipes }) };
}

function requireOneMember({ name, members }: Recipe): void {
  if (members.length === 1) return;
  const names = members.map((member) => `\`${member.name}\``).join(', ');
  throw new ExperimentError(
    'invalid-recipe',
    `A search needs a recipe with one member; got \`${name}\` with ${names}. Make a recipe of one of them.`,
  );
}

function searchOf({ name, search }: Recipe): SearchSpace {
  if (search !== undefined) return search;
  throw new ExperimentError(
    'invalid-recipe',
    `The recipe must have a \`search\` that says what to try; got \`${name}\` without one. Add for example ` +
      '"search": { "parameters": { "/training/optimizer/learningRate": { "kind": "log", "low": 0.0001, "high": 0.01 } } }.',
  );
}
