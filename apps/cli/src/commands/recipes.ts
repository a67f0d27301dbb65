import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { jsonOption } from '../options/jsonOption.js';
import { findBundledRecipe } from '../options/recipe.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { table } from '../show/table.js';

/** `ser recipes list | show NAME` */
export function addRecipesCommand(program: Command, io: CommandIo): void {
  const recipes = program
    .command('recipes')
    .summary('show the bundled recipes')
    .description(
      'Shows the bundled recipes. A recipe is a JSON file with the corpora, labels, split, features, and classifier.',
    );
  addExamples(recipes, 'ser recipes list', 'ser recipes show ravdess-cnn > my-recipe.json');

  const list = recipes
    .command('list')
    .summary('list the bundled recipes')
    .description('Lists the bundled recipes.')
    .addOption(jsonOption());
  addExamples(list, 'ser recipes list --json').action((options: { json?: true }) => listRecipes(io, options));

  const show = recipes
    .command('show')
    .summary('print a recipe as JSON')
    .description('Prints a recipe as JSON. Save it to a file, change it, and train with that file.')
    .argument('<name>', 'a name from `ser recipes list`')
    .addOption(jsonOption());
  addExamples(
    show,
    'ser recipes show ravdess-cnn > my-recipe.json',
    'ser train --recipe my-recipe.json --data PATH/TO/RAVDESS --out runs/mine',
  ).action((name: string) => showRecipe(io, name));
}

async function listRecipes(io: CommandIo, { json }: { json?: true }): Promise<void> {
  const { builtinRecipes } = await import('@ser/experiments');
  if (json) return writeJson(io, builtinRecipes);
  const rows = builtinRecipes.map(({ name, title }) => [name, title]);
  io.stdout.write(table(rows, ['left', 'left']));
}

async function showRecipe(io: CommandIo, name: string): Promise<void> {
  writeJson(io, await findBundledRecipe(name, '`<name>` must be'));
}
