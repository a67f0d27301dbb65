import type { Utterance } from '@ser/datasets';
import { ExperimentError } from '../errors.js';
import type { Recipe } from '../recipe/recipe.js';

/**
 * The names of the recipe's dimensions that some recording has a value of.
 *
 * @throws {SerError} `missing-data` if the recipe has dimensions, and no recording has any of them
 */
export function requireDimensions(
  utterances: readonly Utterance[],
  { dimensions = [] }: Pick<Recipe, 'dimensions'>,
): readonly string[] {
  const wanted = dimensions.map(({ name }) => name);
  const names = wanted.filter((name) => utterances.some((clip) => clip.dimensions?.[name] !== undefined));
  if (names.length > 0 || wanted.length === 0) return names;
  throw new ExperimentError(
    'missing-data',
    `Some recordings must have a value of ${wanted.map((name) => `\`${name}\``).join(', ')}; got none. ` +
      'Use a table with columns of these names.',
  );
}
