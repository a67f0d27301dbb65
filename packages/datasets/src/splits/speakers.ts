import { type IntegerSource, shuffled } from '@ser/core';
import { DatasetError } from '../errors.js';
import { type Sex, speakerKey, type Utterance } from '../utterance.js';
import { percent, requireValidationFraction, shareOf } from './fractions.js';
import { groupBy } from './groupBy.js';
import type { Fold } from './split.js';
import { interleaved, stratifiedOrder } from './stratifiedOrder.js';

/** A speaker and their utterances. */
export interface Speaker {
  /** As returned by `speakerKey`: `corpus/speaker`. */
  readonly key: string;
  readonly corpus: string;
  readonly sex?: Sex;
  /** Ids of all utterances of the speaker. */
  readonly ids: readonly string[];
}

/** The speakers of the utterances, sorted by key. */
export function speakersOf(utterances: readonly Utterance[]): readonly Speaker[] {
  const speakers = new Map<string, { key: string; corpus: string; sex?: Sex; ids: string[] }>();
  for (const utterance of utterances) {
    const key = speakerKey(utterance);
    const { id, corpus, sex } = utterance;
    const speaker = speakers.get(key);
    if (speaker) speaker.ids.push(id);
    else speakers.set(key, { key, corpus, ...(sex && { sex }), ids: [id] });
  }
  return [...speakers.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The speakers in a random order in which every range has the corpora, and the sexes of each, in proportion. */
export function balancedOrder(speakers: readonly Speaker[], random: IntegerSource): readonly Speaker[] {
  const corpora = groupBy(speakers, ({ corpus }) => corpus).map((members) =>
    stratifiedOrder(members, ({ sex }) => sex ?? 'unknown', random),
  );
  return interleaved(shuffled(corpora, random));
}

/**
 * The fold that tests `test`, validates on `validation`, and trains on all other speakers.
 *
 * @throws {SerError} `too-few-speakers` if no speaker is left for training
 */
export function speakerFold(
  name: string,
  speakers: readonly Speaker[],
  { test, validation }: { readonly test: readonly Speaker[]; readonly validation: readonly Speaker[] },
): Fold {
  const used = new Set([...test, ...validation]);
  const train = speakers.filter((speaker) => !used.has(speaker));
  if (train.length === 0) {
    throw new DatasetError(
      'too-few-speakers',
      `There are ${count(speakers)}; ${test.length} for testing and ${validation.length} for validation leave none ` +
        `for training in fold \`${name}\`. Add speakers, or use smaller fractions.`,
    );
  }
  return { name, train: idsOf(train), validation: idsOf(validation), test: idsOf(test) };
}

/** A fraction of the speakers that are not tested, with corpora and sexes in proportion. */
export function drawValidation(
  speakers: readonly Speaker[],
  test: readonly Speaker[],
  validationFraction: number | undefined,
  random: IntegerSource,
): readonly Speaker[] {
  const tested = new Set(test);
  const others = speakers.filter((speaker) => !tested.has(speaker));
  const nValidation = shareOf(others.length, requireValidationFraction(validationFraction ?? 0));
  return balancedOrder(others, random).slice(0, nValidation);
}

/** The part of the protocol that describes validation. */
export function validationClause(validationFraction = 0): string {
  return validationFraction === 0
    ? ''
    : `; ${percent(validationFraction)} of the other speakers are used for validation`;
}

/** `6 of 24 speakers (3 female, 3 male)`, or for several corpora `(3 female, 3 male; 5 ravdess, 1 tess)`. */
export function describeTested(test: readonly Speaker[], speakers: readonly Speaker[]): string {
  const corpora = groupBy(speakers, ({ corpus }) => corpus).map(([first]) => first!.corpus);
  const parts = [
    tally(test, ['female', 'male'], ({ sex }) => sex),
    corpora.length > 1 ? tally(test, corpora, ({ corpus }) => corpus) : '',
  ].filter((part) => part !== '');
  return `${test.length} of ${count(speakers)}${parts.length > 0 ? ` (${parts.join('; ')})` : ''}`;
}

function tally(
  speakers: readonly Speaker[],
  keys: readonly string[],
  keyOf: (speaker: Speaker) => string | undefined,
): string {
  return keys
    .map((key) => ({ key, n: speakers.filter((speaker) => keyOf(speaker) === key).length }))
    .filter(({ n }) => n > 0)
    .map(({ key, n }) => `${n} ${key}`)
    .join(', ');
}

function count({ length }: readonly Speaker[]): string {
  return `${length} ${length === 1 ? 'speaker' : 'speakers'}`;
}

function idsOf(speakers: readonly Speaker[]): readonly string[] {
  return speakers.flatMap(({ ids }) => ids).sort();
}
