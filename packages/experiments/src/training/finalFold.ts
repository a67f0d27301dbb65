import { speakerKey } from '@ser/datasets';
import type { Fold, Split } from '@ser/datasets';
import type { Listing } from '../data/listing.js';
import { split } from '../data/split.js';
import { membersOf } from '../recipe/membersOf.js';
import type { Recipe } from '../recipe/recipe.js';
import { validationWatchers } from '../recipe/validationWatchers.js';

/** The fold name under which the history of a refit is kept. */
export const REFIT = 'final';

/**
 * The clips that a model refitted after cross-validation learns from: all of them, but for the validation clips
 * where training watches some. Those are drawn as in the folds: whole speakers where these are, else recordings.
 */
export function finalFold(listing: Listing, recipe: Recipe, crossValidated: Split): Fold {
  const ids = listing.utterances.map(({ id }) => id);
  const watchers = membersOf(recipe).flatMap((member) => validationWatchers(member.recipe.training));
  if (watchers.length === 0) {
    return { name: REFIT, train: ids, validation: [], test: [] };
  }
  const testFraction = shareOf(crossValidated.folds[0]!);
  const kind = validatesOnSpeakers(crossValidated, listing) ? 'speaker' : 'random';
  const { folds } = split(listing, { split: { kind, testFraction }, seed: recipe.seed });
  return { name: REFIT, train: folds[0]!.train, validation: folds[0]!.test, test: [] };
}

/** The share of validation clips among those not tested. */
function shareOf({ train, validation }: Fold): number {
  return validation.length / (train.length + validation.length);
}

function validatesOnSpeakers({ folds, speakerIndependent }: Split, { utterances }: Listing): boolean {
  if (!speakerIndependent) return false;
  const speakerOf = new Map(utterances.map((utterance) => [utterance.id, speakerKey(utterance)]));
  const trained = new Set(folds[0]!.train.map((id) => speakerOf.get(id)));
  return folds[0]!.validation.every((id) => !trained.has(speakerOf.get(id)));
}
