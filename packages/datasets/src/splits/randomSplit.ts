import type { IntegerSource } from '@ser/core';
import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { percent, requireTestFraction, requireValidationFraction, shareOf } from './fractions.js';
import { idsOf, type Recording, recordingsOf, stratumOf } from './recordings.js';
import type { RandomSplitRequest, Split } from './split.js';
import { stratifiedOrder } from './stratifiedOrder.js';

/** Hold-out by clip, stratified by emotion and corpus; see {@link RandomSplitRequest}. */
export function randomSplit(
  utterances: readonly Utterance[],
  { testFraction = 0.2, validationFraction }: RandomSplitRequest,
  random: IntegerSource,
): Omit<Split, 'seed'> {
  const order = stratifiedOrder(recordingsOf(utterances), stratumOf, random);
  const nTest = shareOf(order.length, requireTestFraction(testFraction));
  const { train, validation } = drawClipValidation(order.slice(nTest), validationFraction, random);
  const test = order.slice(0, nTest);
  return {
    kind: 'random',
    protocol:
      `Speaker-dependent: ${percent(testFraction)} of the clips, drawn at random within each ${withinEach(utterances)}, ` +
      `are tested${validationClipClause(validationFraction)}; ${overstatementFor(utterances)}.`,
    speakerIndependent: false,
    ...speakersUnknownIn(utterances),
    folds: [{ name: 'hold-out', train: idsOf(train), validation: idsOf(validation), test: idsOf(test) }],
  };
}

/**
 * Divides the recordings that are not tested.
 *
 * @throws {SerError} `too-few-clips` if none is left for training
 */
export function drawClipValidation(
  others: readonly Recording[],
  validationFraction: number | undefined,
  random: IntegerSource,
): { readonly train: readonly Recording[]; readonly validation: readonly Recording[] } {
  const order = stratifiedOrder(others, stratumOf, random);
  const nValidation = shareOf(order.length, requireValidationFraction(validationFraction ?? 0));
  if (order.length - nValidation < 1) {
    throw new DatasetError(
      'too-few-clips',
      `${order.length} recordings are not tested; ${nValidation} for validation leave none for training. ` +
        'Add clips, or use smaller fractions or more folds.',
    );
  }
  return { train: order.slice(nValidation), validation: order.slice(0, nValidation) };
}

/** The part of the protocol that describes validation. */
export function validationClipClause(validationFraction = 0): string {
  return validationFraction === 0
    ? ''
    : `; ${percent(validationFraction)} of the others are used for validation`;
}

/** The part of the protocol that names the strata. */
export function withinEach(utterances: readonly Utterance[]): string {
  return utterances.some(({ corpus }) => corpus !== utterances[0]!.corpus) ? 'emotion and corpus' : 'emotion';
}

/** The part of the protocol that every split by clip contains. */
export function overstatementFor(utterances: readonly Utterance[]): string {
  return speakersUnknownIn(utterances).speakersUnknown
    ? 'the speakers are unknown, so the same voice may be in the training data, and the score may overstate the performance on new speakers'
    : 'the test speakers are also in the training data, so the score overstates the performance on new speakers';
}

/** The field of a split that says that some clips have no speaker. */
export function speakersUnknownIn(utterances: readonly Utterance[]): Pick<Split, 'speakersUnknown'> {
  return utterances.some(({ speaker }) => speaker === undefined) ? { speakersUnknown: true } : {};
}
