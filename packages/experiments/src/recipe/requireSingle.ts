import { ExperimentError } from '../errors.js';
import { isFused } from './membersOf.js';
import type { Recipe, SingleRecipe } from './recipe.js';

/**
 * The recipe, where it has one classifier.
 *
 * @param what needs that, as the message begins: `A search`
 * @throws {SerError} `invalid-recipe` when the answers of several are averaged
 *
 * @example
 * const { features } = requireSingle(findRecipe('ravdess-cnn'));
 */
export function requireSingle(recipe: Recipe, what = 'This'): SingleRecipe {
  if (!isFused(recipe)) return recipe;
  const names = recipe.members.map(({ name }) => `\`${name}\``).join(', ');
  throw new ExperimentError(
    'invalid-recipe',
    `${what} needs a recipe of one classifier, and \`${recipe.name}\` averages ${names}. ` +
      'Make one of them a recipe of its own.',
  );
}
