import type { Split } from '@ser/datasets';
import type { Listing } from './listing.js';
import type { Recipe } from '../recipe/recipe.js';
import { split } from './split.js';

/** What a split is for: `main` is the run's own figure, `source` the one that the recipe's source quotes. */
export type SplitRole = 'main' | 'source';

export interface PlannedSplit {
  readonly role: SplitRole;
  readonly split: Split;
}

/** The splits that a recipe asks for, its own first. */
export function planSplits(listing: Listing, recipe: Recipe): readonly PlannedSplit[] {
  const { sourceSplit, seed } = recipe;
  const own: PlannedSplit = { role: 'main', split: split(listing, recipe) };
  if (sourceSplit === undefined) return [own];
  return [own, { role: 'source', split: split(listing, { split: sourceSplit, seed }) }];
}
