import { parseRecipe } from '../recipe/parseRecipe.js';
import type { Recipe } from '../recipe/recipe.js';
import type { Search } from './drawSearch.js';
import { holdOutRequest } from './holdOut.js';
import type { TrialOutcome } from './trialOutcome.js';
import { epochsOf, withEpochs } from './trialRecipe.js';

/**
 * The recipe of the best trial, for `run`: without its search, with the split of the search, whose test speakers were not
 * used to choose it, and with a note that says so.
 */
export function bestRecipe(search: Search, winner: TrialOutcome): Recipe {
  const { recipes, space } = search;
  const { trial } = winner;
  const recipe = withEpochs(recipes[trial - 1]!, finalEpochs(search, winner));
  const note =
    `Hyperparameters from a search: trial ${trial} of ${recipes.length}, the best by ${space.metric} on validation ` +
    'speakers. The test speakers of `split` with this seed were not used in the search; another split or seed tests on ' +
    'speakers that were.';
  const best = {
    ...recipe,
    name: `${recipe.name}-tuned`,
    title: `${recipe.title}, tuned`,
    notes: [...(recipe.notes ?? []), note],
    split: holdOutRequest(recipe.split),
  };
  return parseRecipe(best, best.name);
}

/** The recipe's epochs, unless these were searched, or the best trial could not be trained for all of its epochs. */
function finalEpochs({ recipe, recipes, space }: Search, { trial, epochs }: TrialOutcome): number {
  const isComplete = epochs === epochsOf(recipes[trial - 1]!);
  return isComplete && !('/training/epochs' in space.parameters) ? epochsOf(recipe) : epochs;
}
