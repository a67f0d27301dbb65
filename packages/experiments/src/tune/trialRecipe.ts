import { pointerParts, withValueAt } from '../recipe/jsonPointer.js';
import { parseRecipe } from '../recipe/parseRecipe.js';
import type { Recipe } from '../recipe/recipe.js';
import type { Trial } from './sampleTrials.js';

/**
 * The recipe with the values of a trial, without its search.
 *
 * @param recipe with one member
 * @throws {SerError} `invalid-recipe` if the values break the recipe's rules; the message names the trial
 */
export function trialRecipe(recipe: Recipe, { trial, values }: Trial): Recipe {
  const member = Object.entries(values).reduce<unknown>(
    (json, [pointer, value]) => withValueAt(json, pointerParts(pointer)!, value),
    recipe.members[0],
  );
  const changed = { ...recipe, search: undefined, members: [member] };
  return parseRecipe(changed, `${recipe.name}, trial ${trial}: ${valuesText(values)}`);
}

/** `/classifier/dropout 0.2, /training/batchSize 32` */
function valuesText(values: Trial['values']): string {
  return Object.entries(values)
    .map(([pointer, value]) => `${pointer} ${JSON.stringify(value)}`)
    .join(', ');
}

/** The recipe with another number of epochs. */
export function withEpochs(recipe: Recipe, epochs: number): Recipe {
  const members = recipe.members.map((member) => ({ ...member, training: { ...member.training, epochs } }));
  return { ...recipe, members };
}

/** The number of epochs of a recipe with one member. */
export function epochsOf({ members }: Recipe): number {
  return members[0]!.training.epochs;
}
