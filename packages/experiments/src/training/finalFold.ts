import { speakerKey, type Fold, type Split } from '@ser/datasets';
import type { Listing } from '../data/listing.js';
import { split } from '../data/split.js';
import type { Recipe } from '../recipe/recipe.js';
import { validationWatchers } from '../recipe/validation.js';

/** The fold name of the final model's training. */
export const finalFoldName = 'final';

/**
 * The clips for training again after cross-validation: all of them, except for validation clips if training needs some.
 * Those are drawn as in the folds: whole speakers if the folds have validation speakers, otherwise recordings.
 */
export function finalFold(listing: Listing, recipe: Recipe, crossValidated: Split): Fold {
  const ids = listing.utterances.map(({ id }) => id);
  const watchers = recipe.members.flatMap(({ training }) => validationWatchers(training));
  if (watchers.length === 0) {
    return { name: finalFoldName, train: ids, validation: [], test: [] };
  }
  const testFraction = shareOf(crossValidated.folds[0]!);
  const kind = validatesOnSpeakers(crossValidated, listing) ? 'speaker' : 'random';
  const { folds } = split(listing, { split: { kind, testFraction }, seed: recipe.seed });
  return { name: finalFoldName, train: folds[0]!.train, validation: folds[0]!.test, test: [] };
}

/** The share of validation clips among the clips that are not tested. */
function shareOf({ train, validation }: Fold): number {
  return validation.length / (train.length + validation.length);
}

function validatesOnSpeakers({ folds, speakerIndependent }: Split, { utterances }: Listing): boolean {
  if (!speakerIndependent) return false;
  const speakerOf = new Map(utterances.map((utterance) => [utterance.id, speakerKey(utterance)]));
  const trained = new Set(folds[0]!.train.map((id) => speakerOf.get(id)));
  return folds[0]!.validation.every((id) => !trained.has(speakerOf.get(id)));
}
