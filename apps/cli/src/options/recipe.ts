import { extname } from 'node:path';
import type { Recipe } from '@ser/experiments';
import type { CommandIo } from '../commandIo.js';
import { readJsonFile } from '../readJsonFile.js';

/**
 * Reads `--recipe NAME|FILE`: text that ends in `.json` or contains a slash is a file, anything else a bundled recipe.
 *
 * @throws {ExperimentError} `unknown-recipe` or `invalid-recipe`
 * @throws {UsageError} `invalid-json`
 */
export async function readRecipe(io: CommandIo, nameOrFile: string): Promise<Recipe> {
  const { findRecipe, parseRecipe } = await import('@ser/experiments');
  const isFile = extname(nameOrFile) === '.json' || /[/\\]/.test(nameOrFile);
  return isFile ? parseRecipe(await readJsonFile(io, nameOrFile), nameOrFile) : findRecipe(nameOrFile);
}
