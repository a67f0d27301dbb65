import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText, readJson, writeJson } from './jsonFile.js';
import type { RaceResult, SeedResults } from './raceResult.js';
import type { RaceSettings } from './raceSettings.js';

/** Where one side finds what it runs, and leaves what it makes. */
export interface RacePlaces {
  /** The recipe's file. */
  readonly recipe: string;
  /** The run folder: ours fills it, and the peer reads the split there. */
  readonly run: string;
  /** The file of the peer's report. */
  readonly report: string;
}

export type Racer = (places: RacePlaces, settings: RaceSettings, seed: number) => RaceResult;

export interface RaceOptions {
  readonly settings: RaceSettings;
  readonly seeds: readonly number[];
  readonly racers: Readonly<Record<'ours' | 'keras', Racer>>;
  /** Told after each seed. */
  readonly onResults?: (results: SeedResults) => void;
}

/**
 * Lets both sides run a recipe on the same splits, seed by seed, ours first, so that a change of the machine's speed
 * meets both alike. What the folder holds of an earlier race with the same settings is not run again.
 *
 * @param folder one for each recipe and protocol
 * @throws {Error} when the folder holds results of other settings
 */
export function race(folder: string, { settings, seeds, racers, onResults }: RaceOptions): SeedResults[] {
  claimFolder(folder, settings);
  const recipe = join(folder, 'recipe.json');
  writeJson(recipe, settings.recipe);
  return seeds.map((seed) => {
    const here = join(folder, `seed-${seed}`);
    mkdirSync(here, { recursive: true });
    const places = { recipe, run: join(here, 'run'), report: join(here, 'peer.json') };
    const resultOf = (side: keyof typeof racers) =>
      kept(join(here, `${side}.json`), () => racers[side](places, settings, seed));
    const results = { seed, ours: resultOf('ours'), keras: resultOf('keras') };
    onResults?.(results);
    return results;
  });
}

function claimFolder(folder: string, settings: RaceSettings): void {
  const file = join(folder, 'settings.json');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeJson(file, settings);
  else if (readFileSync(file, 'utf8') !== jsonText(settings)) {
    throw new Error(`${folder} holds results of another recipe, data or options. Name another \`--out\`.`);
  }
}

function kept(file: string, run: () => RaceResult): RaceResult {
  if (!existsSync(file)) writeJson(file, run());
  return readJson(file);
}
