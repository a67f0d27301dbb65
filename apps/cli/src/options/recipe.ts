import { extname } from 'node:path';
import { didYouMean } from '@ser/core';
import type { Recipe } from '@ser/experiments';
import type { CommandIo } from '../commandIo.js';
import { readJsonFile } from '../readJsonFile.js';
import { UsageError } from '../usageError.js';

/**
 * Reads `--recipe NAME|FILE`: text that ends in `.json` or contains a slash is a file, anything else a bundled recipe.
 *
 * @throws {UsageError} `unknown-recipe` or `invalid-json`
 * @throws {SerError} `invalid-recipe`
 */
export async function readRecipe(io: CommandIo, nameOrFile: string): Promise<Recipe> {
  const { parseRecipe } = await import('@ser/experiments');
  const isFile = extname(nameOrFile) === '.json' || /[/\\]/.test(nameOrFile);
  if (isFile) return parseRecipe(await readJsonFile(io, nameOrFile), nameOrFile);
  return findBundledRecipe(nameOrFile, '`--recipe` must be a JSON file or');
}

/**
 * @param must how the message starts
 * @throws {UsageError} `unknown-recipe`
 */
export async function findBundledRecipe(name: string, must: string): Promise<Recipe> {
  const { builtinRecipes } = await import('@ser/experiments');
  const found = builtinRecipes.find((recipe) => recipe.name === name);
  if (found !== undefined) return found;
  const names = builtinRecipes.map((recipe) => recipe.name);
  throw new UsageError(
    'unknown-recipe',
    `${must} one of ${names.join(', ')}; got \`${name}\`.${didYouMean(name, names)}`,
  );
}
