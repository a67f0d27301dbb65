import { speakerKey } from '@ser/datasets';
import type { SpeakerSplitRequest, Split, SplitRequest } from '@ser/datasets';
import type { Listing } from '../data/listing.js';
import { split } from '../data/split.js';
import { ExperimentError } from '../errors.js';
import type { Recipe } from '../recipe/recipe.js';
import { setsValidationApart } from '../recipe/setsValidationApart.js';

/** Share of validation clips where the recipe's split names its validation speakers itself. */
const VALIDATION_FRACTION = 0.1;

/** Who takes which part in a search. */
export interface HoldOut {
  /** The speakers of its test side take no part in the search; they measure the best recipe, once. */
  readonly outer: Split;
  /** The others, divided: the speakers of its test side are those that trials are scored on. */
  readonly inner: Split;
  /** The clips of all speakers. */
  readonly all: Listing;
  /** The clips of those speakers that are not tested. */
  readonly listing: Listing;
}

/**
 * The split that a search tests by: one hold-out of whole speakers. A recipe that has such a split keeps it; in
 * place of folds, which would leave no speaker that the search had not heard, and of a random split, it is
 * `speaker` with its default share of test speakers. Validation clips are set apart where the recipe does so.
 */
export function holdOutRequest(request: SplitRequest): SpeakerSplitRequest {
  if (request.kind === 'speaker') return request;
  const fraction = setsValidationApart(request) ? (request.validationFraction ?? VALIDATION_FRACTION) : 0;
  return { kind: 'speaker', ...(fraction > 0 && { validationFraction: fraction }) };
}

/**
 * Sets the test speakers apart, and divides the others for the trials as the recipe would divide all.
 *
 * @param fraction share of the other speakers that trials are scored on, in (0, 1)
 * @throws {SerError} `too-few-speakers`: three are the least, to learn from, to score on and to test
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
    `A search needs at least 3 speakers, to learn from, to score its trials on and to test, got ${size}. ` +
      'Add a corpus with more speakers.',
  );
}
