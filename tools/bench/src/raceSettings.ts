import type { SplitRequest } from '@ser/datasets';
import { type NormalizationScope, type Recipe, resolveRecipe } from '@ser/experiments';

/** What a race is about: results of other settings are never mixed with it. */
export interface RaceSettings {
  /** As `raceRecipe` makes it. */
  readonly recipe: Recipe;
  /** `CORPUS=FOLDER` for each corpus. */
  readonly data: readonly string[];
  /** @default 'auto' */
  readonly engine?: string;
  /** Cores that either side may use. @default all */
  readonly threads?: number;
}

export interface RaceRecipeOptions {
  /** Which of the recipe's corpora are at hand. */
  readonly corpora: readonly string[];
  /** Whether to take the protocol of the recipe's source. */
  readonly source: boolean;
  /** @default the recipe's */
  readonly epochs?: number;
  /** @default the recipe's */
  readonly split?: SplitRequest;
  /** @default the recipe's */
  readonly normalize?: NormalizationScope;
}

/**
 * The recipe with the corpora at hand, and with one split only, so that both sides have the same work to do.
 *
 * @throws {Error} when the source's protocol is asked for, and the recipe tells none
 * @throws {ExperimentError} as `resolveRecipe`
 */
export function raceRecipe(recipe: Recipe, { source, ...overrides }: RaceRecipeOptions): Recipe {
  if (!source) return resolveRecipe(recipe, { ...overrides, sourceSplit: false });
  const { sourceSplit: split } = recipe;
  if (split === undefined) throw new Error(`The recipe ${recipe.name} has no \`sourceSplit\`.`);
  return resolveRecipe(recipe, { ...overrides, split });
}
