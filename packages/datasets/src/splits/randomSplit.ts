import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { requireTestFraction, requireValidationFraction, shareOf } from './fraction.js';
import type { RandomSource } from './randomSource.js';
import type { Recording } from './recordings.js';
import { idsOf, recordingsOf, stratumOf } from './recordings.js';
import { percent } from './speakers.js';
import type { RandomSplitRequest, Split } from './split.js';
import { stratifiedOrder } from './stratifiedOrder.js';

/** Hold-out by clip, stratified by emotion and corpus; see {@link RandomSplitRequest}. */
export function randomSplit(
  utterances: readonly Utterance[],
  { testFraction = 0.2, validationFraction }: RandomSplitRequest,
  random: RandomSource,
): Omit<Split, 'seed'> {
  const order = stratifiedOrder(recordingsOf(utterances), stratumOf, random);
  const nTest = shareOf(order.length, requireTestFraction(testFraction));
  const { train, validation } = drawClipValidation(order.slice(nTest), validationFraction, random);
  const test = order.slice(0, nTest);
  return {
    kind: 'random',
    protocol:
      `Speaker-dependent: ${percent(testFraction)} of the clips, drawn at random within each ${withinEach(utterances)}, ` +
      `are tested${validationClipClause(validationFraction)}; ${overstatement}.`,
    speakerIndependent: false,
    folds: [{ name: 'hold-out', train: idsOf(train), validation: idsOf(validation), test: idsOf(test) }],
  };
}

/**
 * Divides what is not tested.
 *
 * @throws {SerError} `too-few-clips` when nothing is left to learn from
 */
export function drawClipValidation(
  others: readonly Recording[],
  validationFraction: number | undefined,
  random: RandomSource,
): { readonly train: readonly Recording[]; readonly validation: readonly Recording[] } {
  const order = stratifiedOrder(others, stratumOf, random);
  const nValidation = shareOf(order.length, requireValidationFraction(validationFraction ?? 0));
  if (order.length - nValidation < 1) {
    throw new DatasetError(
      'too-few-clips',
      `Of ${order.length} recordings that are not tested, ${nValidation} to validate leave none to learn from. ` +
        'Give more clips, ask for smaller shares or more folds.',
    );
  }
  return { train: order.slice(nValidation), validation: order.slice(0, nValidation) };
}

/** The part of a protocol sentence that says which clips validate. */
export function validationClipClause(validationFraction = 0): string {
  return validationFraction === 0 ? '' : `, ${percent(validationFraction)} of the others serve as validation`;
}

/** What clips are drawn within, in words. */
export function withinEach(utterances: readonly Utterance[]): string {
  return utterances.some(({ corpus }) => corpus !== utterances[0]!.corpus) ? 'emotion and corpus' : 'emotion';
}

/** What every split by clip must admit. */
export const overstatement =
  'the tested speakers are also heard in training, so the score overstates what new voices will get';
