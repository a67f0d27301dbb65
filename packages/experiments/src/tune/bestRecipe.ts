import { parseRecipe } from '../recipe/parseRecipe.js';
import type { SingleRecipe } from '../recipe/recipe.js';
import { requireSingle } from '../recipe/requireSingle.js';
import type { Search } from './drawSearch.js';
import { holdOutRequest } from './holdOut.js';
import type { TrialOutcome } from './trialOutcome.js';
import { withEpochs } from './trialRecipe.js';

/**
 * The recipe of the trial that has won, as a run takes it: without its search, with the split of the search, whose
 * test speakers had no part in choosing it, and with a note that says so.
 */
export function bestRecipe(search: Search, winner: TrialOutcome): SingleRecipe {
  const { recipes, space } = search;
  const { trial } = winner;
  const recipe = withEpochs(recipes[trial - 1]!, epochsOf(search, winner));
  const note =
    `Hyperparameters chosen by a search: trial ${trial} of ${recipes.length}, by ${space.metric} on validation speakers. ` +
    'The speakers that `split` tests with this seed had no part in it; another split or seed tests voices that had.';
  const best = {
    ...recipe,
    name: `${recipe.name}-tuned`,
    title: `${recipe.title}, tuned`,
    notes: [...(recipe.notes ?? []), note],
    split: holdOutRequest(recipe.split),
  };
  return requireSingle(parseRecipe(best, best.name));
}

/** As many as the recipe has, unless they were searched, or the trial could not be trained as long as it should. */
function epochsOf({ recipe, recipes, space }: Search, { trial, epochs }: TrialOutcome): number {
  const isWhole = epochs === recipes[trial - 1]!.training.epochs;
  return isWhole && !('/training/epochs' in space.parameters) ? recipe.training.epochs : epochs;
}
