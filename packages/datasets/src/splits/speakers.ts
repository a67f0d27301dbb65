import { DatasetError } from '../errors.js';
import type { Sex, Utterance } from '../utterance.js';
import { speakerKey } from '../utterance.js';
import { requireValidationFraction, shareOf } from './fraction.js';
import { groupBy } from './groupBy.js';
import type { RandomSource } from './randomSource.js';
import { shuffled } from './randomSource.js';
import type { Fold } from './split.js';
import { interleaved, stratifiedOrder } from './stratifiedOrder.js';

export interface Speaker {
  /** `corpus/speaker`. */
  readonly key: string;
  readonly corpus: string;
  readonly sex?: Sex;
  /** Ids of all that the speaker says. */
  readonly ids: readonly string[];
}

/** The speakers of the utterances, in the order of their keys. */
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

/** The speakers in a random order whose every stretch has the corpora in proportion, and the sexes within each. */
export function balancedOrder(speakers: readonly Speaker[], random: RandomSource): readonly Speaker[] {
  const corpora = groupBy(speakers, ({ corpus }) => corpus).map((members) =>
    stratifiedOrder(members, ({ sex }) => sex ?? 'unknown', random),
  );
  return interleaved(shuffled(corpora, random));
}

/**
 * The fold that tests `test`, validates on `validation` and learns from all other speakers.
 *
 * @throws {SerError} `too-few-speakers` when nobody is left to learn from
 */
export function speakerFold(
  name: string,
  speakers: readonly Speaker[],
  { test, validation }: { readonly test: readonly Speaker[]; readonly validation: readonly Speaker[] },
): Fold {
  const train = speakers.filter((speaker) => !test.includes(speaker) && !validation.includes(speaker));
  if (train.length === 0) {
    throw new DatasetError(
      'too-few-speakers',
      `Of ${count(speakers)}, ${test.length} to test and ${validation.length} to validate leave none to learn from ` +
        `in fold \`${name}\`. Give more speakers, or smaller shares.`,
    );
  }
  return { name, train: idsOf(train), validation: idsOf(validation), test: idsOf(test) };
}

/** A share of the speakers that are not tested, corpora and sexes in proportion. */
export function drawValidation(
  speakers: readonly Speaker[],
  test: readonly Speaker[],
  validationFraction: number | undefined,
  random: RandomSource,
): readonly Speaker[] {
  const others = speakers.filter((speaker) => !test.includes(speaker));
  const nValidation = shareOf(others.length, requireValidationFraction(validationFraction ?? 0));
  return balancedOrder(others, random).slice(0, nValidation);
}

/** The part of a protocol sentence that says who validates. */
export function validationClause(validationFraction = 0): string {
  return validationFraction === 0
    ? ''
    : `; ${percent(validationFraction)} of the other speakers serve as validation`;
}

/** `6 of 24 speakers (3 female, 3 male)`; of several corpora, `(3 female, 3 male; 5 ravdess, 1 tess)`. */
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

export function percent(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10} %`;
}

function count({ length }: readonly Speaker[]): string {
  return `${length} ${length === 1 ? 'speaker' : 'speakers'}`;
}

function idsOf(speakers: readonly Speaker[]): readonly string[] {
  return speakers.flatMap(({ ids }) => ids).sort();
}
