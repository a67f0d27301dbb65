import { pointerParts, withValueAt } from '../recipe/jsonPointer.js';
import { parseRecipe } from '../recipe/parseRecipe.js';
import type { SingleRecipe } from '../recipe/recipe.js';
import { requireSingle } from '../recipe/requireSingle.js';
import type { Trial } from './sampleTrials.js';

/**
 * The recipe with the values of a trial in place, and without its search.
 *
 * @throws {SerError} `invalid-recipe` when the values break the recipe's rules; the message names the trial
 */
export function trialRecipe(recipe: SingleRecipe, { trial, values }: Trial): SingleRecipe {
  const changed = Object.entries(values).reduce<unknown>(
    (json, [pointer, value]) => withValueAt(json, pointerParts(pointer)!, value),
    { ...recipe, search: undefined },
  );
  return requireSingle(parseRecipe(changed, `${recipe.name}, trial ${trial}: ${valuesText(values)}`));
}

/** `/classifier/dropout 0.2, /training/batchSize 32` */
function valuesText(values: Trial['values']): string {
  return Object.entries(values)
    .map(([pointer, value]) => `${pointer} ${JSON.stringify(value)}`)
    .join(', ');
}

/** The recipe with another number of epochs. */
export function withEpochs(recipe: SingleRecipe, epochs: number): SingleRecipe {
  return { ...recipe, training: { ...recipe.training, epochs } };
}
