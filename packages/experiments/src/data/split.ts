import { SerError } from '@ser/core';
import { makeSplit } from '@ser/datasets';
import type { Split, SplitRequest, Utterance } from '@ser/datasets';
import type { Recipe } from '../recipe/recipe.js';
import type { Listing } from './listing.js';
import { validateOnRecordings } from './validateOnRecordings.js';

/**
 * Decides which clips are trained on and which are tested, and refuses a leak.
 *
 * The split is made on the listing, before a clip is read, so that the same folder and seed always give
 * the same split; clips that turn out to be unreadable are dropped from their fold later.
 *
 * Validation speakers are set apart as asked. Where a fold has too few speakers for that (TESS has two: one is
 * tested, one is learnt from), recordings of the training speakers validate instead, and the protocol says so.
 *
 * @throws {SerError} `unknown-split`, `too-few-speakers` or `leak`
 */
export function split(listing: Listing, recipe: Pick<Recipe, 'split' | 'seed'>): Split {
  return divide(listing.utterances, recipe.split, recipe.seed);
}

function divide(utterances: readonly Utterance[], request: SplitRequest, seed: number): Split {
  const { validationFraction = 0, ...unwatched } = request;
  try {
    return makeSplit(utterances, request, { seed });
  } catch (error) {
    const lacksSpeakers = error instanceof SerError && error.code === 'too-few-speakers';
    if (!lacksSpeakers || validationFraction === 0) throw error;
    return validateOnRecordings(makeSplit(utterances, unwatched, { seed }), utterances, validationFraction);
  }
}
