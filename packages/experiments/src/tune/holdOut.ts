import { speakerKey, type SpeakerSplitRequest, type Split, type SplitRequest } from '@ser/datasets';
import type { Listing } from '../data/listing.js';
import { split } from '../data/split.js';
import { ExperimentError } from '../errors.js';
import type { Recipe } from '../recipe/recipe.js';
import { setsValidationApart } from '../recipe/validation.js';

/** Share of validation clips if the recipe's split names its own validation speakers. */
const defaultValidationFraction = 0.1;

/** The speakers and clips of each part of a search. */
export interface HoldOut {
  /** The speakers of its test side are not used in the search; the best recipe is tested on them, once. */
  readonly outer: Split;
  /** A split of the other speakers: trials are scored on the speakers of its test side. */
  readonly inner: Split;
  /** The clips of all speakers. */
  readonly all: Listing;
  /** The clips of the speakers that are not used for testing. */
  readonly listing: Listing;
}

/**
 * The split for the test of a search: a hold-out of whole speakers. A recipe with such a split keeps it. Instead of folds,
 * which would leave no speaker that the search has not used, or a random split, it is `speaker` with its default share of
 * test speakers. It has validation clips if the recipe's split has some.
 */
export function holdOutRequest(request: SplitRequest): SpeakerSplitRequest {
  if (request.kind === 'speaker') return request;
  const fraction = setsValidationApart(request)
    ? (request.validationFraction ?? defaultValidationFraction)
    : 0;
  return { kind: 'speaker', ...(fraction > 0 && { validationFraction: fraction }) };
}

/**
 * Separates the test speakers, and splits the others for the trials as the recipe would split all speakers.
 *
 * @param fraction share of the other speakers that trials are scored on, in (0, 1)
 * @throws {SerError} `too-few-speakers` for fewer than three speakers: for training, scoring, and testing
 */
export function holdOut(all: Listing, { split: request, seed }: Recipe, fraction: number): HoldOut {
  requireThreeSpeakers(all);
  const outerRequest = holdOutRequest(request);
  const outer = split(all, { split: outerRequest, seed });
  const tested = new Set(outer.folds[0]!.test);
  const listing = { ...all, utterances: all.utterances.filter(({ id }) => !tested.has(id)) };
  const inner = split(listing, { split: { ...outerRequest, testFraction: fraction }, seed });
  return { outer, inner, all, listing };
}

function requireThreeSpeakers({ utterances }: Listing): void {
  const { size } = new Set(utterances.map(speakerKey));
  if (size >= 3) return;
  throw new ExperimentError(
    'too-few-speakers',
    `A search needs at least 3 speakers, for training, for scoring trials, and for testing; got ${size}. ` +
      'Add a corpus with more speakers.',
  );
}
