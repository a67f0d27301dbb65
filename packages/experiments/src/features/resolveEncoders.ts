import { resolveFeatures } from '@ser/encoder';
import type { StepOptions } from '../progress/stepOptions.js';
import type { Recipe } from '../recipe/recipe.js';

/**
 * The recipe with the width and checksum of every speech encoder that it names by `model`: from then on, and in the saved
 * model, any other encoder is refused. Encoders at a URL are downloaded if they are not in the cache.
 *
 * @throws {SerError} as `resolveFeatures`
 */
export async function resolveEncoders(recipe: Recipe, { signal, onEvent }: StepOptions): Promise<Recipe> {
  const members = [];
  for (const member of recipe.members) {
    const features = await resolveFeatures(member.features, {
      signal,
      onEvent: (event) => onEvent?.({ type: 'encoder', event }),
    });
    members.push({ ...member, features });
  }
  return { ...recipe, members };
}
