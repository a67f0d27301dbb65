import type { z } from 'zod';
import { pointerParts, valueAt } from './jsonPointer.js';
import type { SearchParameter, SearchSpace } from './searchSpace.js';

/** The parts of a recipe that say how it is done; what is measured, and on whom, is not for a search to choose. */
const searchable = ['augmentation', 'classifier', 'encoding', 'features', 'normalize', 'training'];

/** The part of a recipe that its search is held against. */
export interface Searchable {
  readonly search?: SearchSpace | undefined;
  readonly training: { readonly epochs: number };
}

/** Refuses, as a check of the recipe's schema, a search whose parameters the recipe does not have. */
export function searchOfItsRecipe({ value: recipe, issues }: z.core.ParsePayload<Searchable>): void {
  const { parameters = {}, minEpochs } = recipe.search ?? {};
  for (const [pointer, parameter] of Object.entries(parameters)) {
    const message = complaint(recipe, pointer, parameter) ?? overlap(pointer, Object.keys(parameters));
    if (message === undefined) continue;
    issues.push({ code: 'custom', input: parameter, path: ['search', 'parameters', pointer], message });
  }
  const { epochs } = recipe.training;
  if (minEpochs !== undefined && minEpochs > (recipe.search?.maxEpochs ?? epochs)) {
    const message = `must be at most \`training.epochs\`, which is ${epochs}, got ${minEpochs}`;
    issues.push({ code: 'custom', input: minEpochs, path: ['search', 'minEpochs'], message });
  }
}

function complaint(recipe: object, pointer: string, { kind }: SearchParameter): string | undefined {
  const parts = pointerParts(pointer);
  if (parts === undefined) return 'must be a JSON pointer, such as `/training/optimizer/learningRate`';
  if (!searchable.includes(parts[0]!)) {
    return `\`/${parts[0]!}\` is no hyperparameter; use a pointer below ${searchable.map((root) => `/${root}`).join(', ')}`;
  }
  const value = valueAt(recipe, parts);
  if (value === undefined) return missing(recipe, parts);
  if (kind !== 'choice' && typeof value !== 'number') {
    return `\`${kind}\` draws numbers, but the recipe has \`${JSON.stringify(value)}\` there; use \`choice\``;
  }
  return undefined;
}

/** What the recipe has as far as the way to the pointer goes. */
function missing(recipe: object, parts: readonly string[]): string {
  const depth = parts.findIndex((_, index) => valueAt(recipe, parts.slice(0, index + 1)) === undefined);
  const around = valueAt(recipe, parts.slice(0, depth));
  const place = depth === 0 ? 'recipe' : `\`/${parts.slice(0, depth).join('/')}\` of the recipe`;
  const present =
    typeof around === 'object' && around !== null
      ? `has ${Object.keys(around).join(', ') || 'nothing'}`
      : `is \`${JSON.stringify(around)}\``;
  return `the ${place} ${present}, not \`${parts[depth]!}\`; write the value it has without a search there`;
}

/** Two pointers to one place, or into each other, would overwrite each other's values. */
function overlap(pointer: string, pointers: readonly string[]): string | undefined {
  const outer = pointers.find((other) => pointer.startsWith(`${other}/`));
  return outer === undefined
    ? undefined
    : `lies within \`${outer}\`, which is searched as well; keep one of them`;
}
