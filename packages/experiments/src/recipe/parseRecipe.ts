import { ExperimentError } from '../errors.js';
import type { Recipe } from './recipe.js';
import { recipeSchema } from './recipeSchema.js';

/**
 * A recipe from JSON, checked, with every default filled in.
 *
 * @param source what the error calls the recipe: its file or its name
 * @throws {SerError} `invalid-recipe`, listing each `path: problem`
 *
 * @example
 * const recipe = parseRecipe(JSON.parse(await readFile('my-recipe.json', 'utf8')), 'my-recipe.json');
 */
export function parseRecipe(json: unknown, source?: string): Recipe {
  const parsed = recipeSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const which = source === undefined ? 'The recipe' : `The recipe \`${source}\``;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${pathText(path)}: ${message}`);
  const options = source === undefined ? {} : { file: source };
  throw new ExperimentError('invalid-recipe', `${which} is not valid:\n${problems.join('\n')}`, options);
}

/** `corpora[0].name`, as one would write it in code. */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || '(recipe)';
}
