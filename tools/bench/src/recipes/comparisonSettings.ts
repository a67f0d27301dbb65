import type { SplitRequest } from '@ser/datasets';
import { type NormalizationScope, type Recipe, resolveRecipe } from '@ser/experiments';

/** The settings of a comparison. Results of different settings are never mixed. */
export interface ComparisonSettings {
  /** From `comparableRecipe`. */
  readonly recipe: Recipe;
  /** `CORPUS=FOLDER` for each corpus. */
  readonly data: readonly string[];
  /** @default 'auto' */
  readonly engine?: string;
  /** Number of cores that each system may use. @default all */
  readonly threads?: number;
}

/** Options of {@link comparableRecipe}. */
export interface ComparableRecipeOptions {
  /** The available corpora of the recipe. */
  readonly corpora: readonly string[];
  /** Whether to use the split of the recipe's source. */
  readonly source: boolean;
  /** @default the recipe's */
  readonly epochs?: number;
  /** @default the recipe's */
  readonly split?: SplitRequest;
  /** @default the recipe's */
  readonly normalize?: NormalizationScope;
}

/**
 * The recipe with the available corpora and only one split, so that both systems do the same work.
 *
 * @throws {Error} when `source` is true and the recipe has no `sourceSplit`
 * @throws {SerError} as `resolveRecipe`
 */
export function comparableRecipe(recipe: Recipe, { source, ...overrides }: ComparableRecipeOptions): Recipe {
  if (!source) return resolveRecipe(recipe, { ...overrides, sourceSplit: false });
  const { sourceSplit: split } = recipe;
  if (split === undefined)
    throw new Error(
      `The recipe ${recipe.name} must have a \`sourceSplit\` for \`--source\`; it has none. Omit \`--source\`.`,
    );
  return resolveRecipe(recipe, { ...overrides, split });
}
