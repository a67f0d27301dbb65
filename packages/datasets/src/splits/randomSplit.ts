import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { requireTestFraction, requireValidationFraction, shareOf } from './fraction.js';
import type { RandomSource } from './randomSource.js';
import { percent } from './speakers.js';
import type { RandomSplitRequest, Split } from './split.js';
import { stratifiedOrder } from './stratifiedOrder.js';

/** Hold-out by clip, stratified by emotion; see {@link RandomSplitRequest}. */
export function randomSplit(
  utterances: readonly Utterance[],
  { testFraction = 0.2, validationFraction = 0 }: RandomSplitRequest,
  random: RandomSource,
): Omit<Split, 'seed'> {
  const order = byEmotion(recordingsOf(utterances), random);
  const nTest = shareOf(order.length, requireTestFraction(testFraction));
  const others = byEmotion(order.slice(nTest), random);
  const nValidation = shareOf(others.length, requireValidationFraction(validationFraction));
  if (others.length - nValidation < 1) {
    throw new DatasetError(
      'too-few-clips',
      `Of ${order.length} recordings, ${nTest} to test and ${nValidation} to validate leave none to learn from. ` +
        'Give more clips, or smaller shares.',
    );
  }
  return {
    kind: 'random',
    protocol:
      `Speaker-dependent: ${percent(testFraction)} of the clips, drawn at random within each emotion, are tested` +
      `${validationFraction === 0 ? '' : `, ${percent(validationFraction)} of the others serve as validation`}; ` +
      'the tested speakers are also heard in training, so the score overstates what new voices will get.',
    speakerIndependent: false,
    folds: [
      {
        name: 'hold-out',
        train: idsOf(others.slice(nValidation)),
        validation: idsOf(others.slice(0, nValidation)),
        test: idsOf(order.slice(0, nTest)),
      },
    ],
  };
}

interface Recording {
  readonly emotion: string;
  readonly ids: readonly string[];
}

/** Identical recordings under several names count as one, so that no split can part them. */
function recordingsOf(utterances: readonly Utterance[]): readonly Recording[] {
  const recordings = new Map<string, { emotion: string; ids: string[] }>();
  for (const { id, recording, emotion } of utterances) {
    const known = recordings.get(recording);
    if (known) known.ids.push(id);
    else recordings.set(recording, { emotion, ids: [id] });
  }
  return [...recordings.values()];
}

function byEmotion(recordings: readonly Recording[], random: RandomSource): readonly Recording[] {
  return stratifiedOrder(recordings, ({ emotion }) => emotion, random);
}

function idsOf(recordings: readonly Recording[]): readonly string[] {
  return recordings.flatMap(({ ids }) => ids).sort();
}
