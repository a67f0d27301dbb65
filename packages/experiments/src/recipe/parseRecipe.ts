import { ExperimentError } from '../errors.js';
import type { Recipe } from './recipe.js';
import { recipeSchema } from './recipeSchema.js';
import { isShortForm } from './shortForm.js';

/**
 * A recipe from JSON, checked, with every default filled in.
 *
 * A recipe with one classifier may use the short form, with `features`, `classifier`, `training`, … at the top instead
 * of a list of `members`; the result always has `members`.
 *
 * @param source the file or the name of the recipe, for error messages
 * @throws {SerError} `invalid-recipe`, listing each problem with its path
 *
 * @example
 * const recipe = parseRecipe(JSON.parse(await readFile('my-recipe.json', 'utf8')), 'my-recipe.json');
 * recipe.members[0].training.epochs; // 100, unless the file says otherwise
 */
export function parseRecipe(json: unknown, source?: string): Recipe {
  const parsed = recipeSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const which = source === undefined ? 'The recipe' : `The recipe \`${source}\``;
  const isShort = isShortForm(json);
  const problems = parsed.error.issues.map(({ path, message }) => {
    return `  ${pathText(isShort ? shortPath(path) : path)}: ${message}`;
  });
  const options = source === undefined ? {} : { file: source };
  throw new ExperimentError('invalid-recipe', `${which} is not valid:\n${problems.join('\n')}`, options);
}

/** `members[0].training` is `training` in the short form. */
function shortPath(path: readonly PropertyKey[]): readonly PropertyKey[] {
  return path[0] === 'members' ? path.slice(2) : path;
}

/** `corpora[0].name`, as in code. */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || '(recipe)';
}
