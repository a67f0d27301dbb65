import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText, readJson, writeJson } from '../jsonFile.js';
import type { RunResult, SeedResults } from './runResult.js';
import type { ComparisonSettings } from './comparisonSettings.js';

/** The files of one run. */
export interface RunFiles {
  /** The recipe. */
  readonly recipe: string;
  /** The run folder: `ser train` writes it, and the reference implementation reads the split from it. */
  readonly run: string;
  /** The report of the reference implementation. */
  readonly report: string;
}

/** Runs a recipe with one system. */
export type Runner = (files: RunFiles, settings: ComparisonSettings, seed: number) => RunResult;

/** Options of {@link compareRecipe}. */
export interface ComparisonOptions {
  readonly settings: ComparisonSettings;
  readonly seeds: readonly number[];
  readonly runners: Readonly<Record<'ours' | 'reference', Runner>>;
  /** Called after each seed. */
  readonly onResults?: (results: SeedResults) => void;
}

/**
 * Runs a recipe with both systems on the same splits, seed by seed, ours first, so that changes in the machine's speed
 * affect both equally. Results of an earlier comparison with the same settings in the folder are reused.
 *
 * @param folder one for each recipe and split
 * @throws {Error} when the folder contains results of other settings
 */
export function compareRecipe(
  folder: string,
  { settings, seeds, runners, onResults }: ComparisonOptions,
): SeedResults[] {
  claimFolder(folder, settings);
  const recipe = join(folder, 'recipe.json');
  writeJson(recipe, settings.recipe);
  return seeds.map((seed) => {
    const here = join(folder, `seed-${seed}`);
    mkdirSync(here, { recursive: true });
    const files = { recipe, run: join(here, 'run'), report: join(here, 'reference-report.json') };
    const resultOf = (system: keyof typeof runners) =>
      reused(join(here, `${system}.json`), () => runners[system](files, settings, seed));
    const results = { seed, ours: resultOf('ours'), reference: resultOf('reference') };
    onResults?.(results);
    return results;
  });
}

function claimFolder(folder: string, settings: ComparisonSettings): void {
  const file = join(folder, 'settings.json');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeJson(file, settings);
  else if (readFileSync(file, 'utf8') !== jsonText(settings)) {
    throw new Error(
      `${folder} contains results of another recipe, data, or options. Choose another \`--out\`.`,
    );
  }
}

function reused(file: string, run: () => RunResult): RunResult {
  if (!existsSync(file)) writeJson(file, run());
  return readJson(file);
}
