import { SerError } from '@ser/core';
import { makeSplit, type Split, type SplitRequest, type Utterance } from '@ser/datasets';
import type { SplitRole } from '../progress/splitRole.js';
import type { Recipe } from '../recipe/recipe.js';
import type { Listing } from './listing.js';
import { validateOnRecordings } from './validateOnRecordings.js';

/** One of a recipe's splits. */
export interface PlannedSplit {
  readonly role: SplitRole;
  readonly split: Split;
}

/** The splits of a recipe: its own, then its source's, if it has one. */
export function planSplits(listing: Listing, recipe: Recipe): readonly PlannedSplit[] {
  const { sourceSplit, seed } = recipe;
  const own: PlannedSplit = { role: 'main', split: split(listing, recipe) };
  if (sourceSplit === undefined) return [own];
  return [own, { role: 'source', split: split(listing, { split: sourceSplit, seed }) }];
}

/**
 * Splits the clips into training and test clips, and refuses a leak.
 *
 * The split uses the listing, before any clip is read, so the same folder and seed always give the same split. Clips
 * that turn out to be unreadable are dropped from their fold later.
 *
 * Validation clips come from separate speakers. If a fold has too few speakers for that (TESS has two: one for training,
 * one for testing), recordings of the training speakers are used instead, and the protocol says so.
 *
 * @throws {SerError} `unknown-split`, `too-few-speakers` or `leak`
 */
export function split(listing: Listing, recipe: Pick<Recipe, 'split' | 'seed'>): Split {
  return splitClips(listing.utterances, recipe.split, recipe.seed);
}

function splitClips(utterances: readonly Utterance[], request: SplitRequest, seed: number): Split {
  const { validationFraction = 0, ...withoutValidation } = request;
  try {
    return makeSplit(utterances, request, { seed });
  } catch (error) {
    const lacksSpeakers = error instanceof SerError && error.code === 'too-few-speakers';
    if (!lacksSpeakers || validationFraction === 0) throw error;
    const plain = makeSplit(utterances, withoutValidation, { seed });
    return validateOnRecordings(plain, utterances, validationFraction);
  }
}
