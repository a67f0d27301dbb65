import { pointerParts, valueAt } from './jsonPointer.js';
import type { Problem } from './problem.js';
import type { Member, Recipe } from './recipe.js';
import type { SearchParameter } from './searchSpace.js';

/** The parts of a member that a search may change. */
const searchable = ['augmentation', 'classifier', 'encoding', 'features', 'normalize', 'training'];

/** What is wrong with the search of a recipe: its parameters must exist in the one member. */
export function searchProblems({ search, members }: Recipe): readonly Problem[] {
  if (search === undefined) return [];
  const [member, ...others] = members;
  // a recipe without members has a problem of its own
  if (member === undefined) return [];
  if (others.length > 0) {
    return [{ path: ['search'], message: 'needs a recipe with one member; leave it out' }];
  }
  const { parameters, minEpochs, maxEpochs } = search;
  const pointers = Object.keys(parameters);
  const problems: Problem[] = Object.entries(parameters).flatMap(([pointer, parameter]) => {
    const message = complaint(member, pointer, parameter) ?? overlap(pointer, pointers);
    return message === undefined ? [] : [{ path: ['search', 'parameters', pointer], message }];
  });
  const { epochs } = member.training;
  if (minEpochs !== undefined && minEpochs > (maxEpochs ?? epochs)) {
    const message = `must be at most \`training.epochs\`, ${epochs}; got ${minEpochs}`;
    problems.push({ path: ['search', 'minEpochs'], message });
  }
  return problems;
}

function complaint(member: Member, pointer: string, { kind }: SearchParameter): string | undefined {
  const parts = pointerParts(pointer);
  if (parts === undefined) return 'must be a JSON pointer such as `/training/optimizer/learningRate`';
  if (!searchable.includes(parts[0]!)) {
    return `\`/${parts[0]!}\` is not a hyperparameter; use a pointer below ${searchable.map((root) => `/${root}`).join(', ')}`;
  }
  const value = valueAt(member, parts);
  if (value === undefined) return missing(member, parts);
  if (kind !== 'choice' && typeof value !== 'number') {
    return `\`${kind}\` draws numbers, but the recipe has \`${JSON.stringify(value)}\` there; use \`choice\``;
  }
  return undefined;
}

/** Names the deepest place on the way to the pointer that the recipe has. */
function missing(member: Member, parts: readonly string[]): string {
  const depth = parts.findIndex((_, index) => valueAt(member, parts.slice(0, index + 1)) === undefined);
  const around = valueAt(member, parts.slice(0, depth));
  const place = depth === 0 ? 'recipe' : `\`/${parts.slice(0, depth).join('/')}\` of the recipe`;
  const present =
    typeof around === 'object' && around !== null
      ? `has ${Object.keys(around).join(', ') || 'nothing'}`
      : `is \`${JSON.stringify(around)}\``;
  return `the ${place} ${present}, not \`${parts[depth]!}\`; add the value to use without a search`;
}

/** Pointers to the same place, or into each other, would overwrite each other's values. */
function overlap(pointer: string, pointers: readonly string[]): string | undefined {
  const outer = pointers.find((other) => pointer.startsWith(`${other}/`));
  return outer === undefined ? undefined : `is inside \`${outer}\`, which is also searched; keep one of them`;
}
