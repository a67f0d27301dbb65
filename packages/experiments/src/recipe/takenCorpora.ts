import type { DataFolder } from './dataFolder.js';
import type { Recipe } from './recipe.js';

/**
 * The corpora that a run is to take: those named, else, where the recipe takes what it is given, those with a folder.
 *
 * @returns `undefined` for all of the recipe's
 */
export function takenCorpora(
  { corporaTaken }: Pick<Recipe, 'corporaTaken'>,
  {
    corpora,
    data,
  }: { readonly corpora?: readonly string[] | undefined; readonly data: readonly DataFolder[] },
): readonly string[] | undefined {
  if (corpora !== undefined || corporaTaken !== 'given') return corpora;
  return [...new Set(data.map(({ corpus }) => corpus))];
}
