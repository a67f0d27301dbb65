import { DatasetError } from '../errors.js';
import type { Sex, Utterance } from '../utterance.js';
import { speakerKey } from '../utterance.js';
import { requireValidationFraction, shareOf } from './fraction.js';
import type { RandomSource } from './randomSource.js';
import type { Fold } from './split.js';
import { stratifiedOrder } from './stratifiedOrder.js';

export interface Speaker {
  /** `corpus/speaker`. */
  readonly key: string;
  readonly sex?: Sex;
  /** Ids of all that the speaker says. */
  readonly ids: readonly string[];
}

/** The speakers of the utterances, in the order of their keys. */
export function speakersOf(utterances: readonly Utterance[]): readonly Speaker[] {
  const speakers = new Map<string, { key: string; sex?: Sex; ids: string[] }>();
  for (const utterance of utterances) {
    const key = speakerKey(utterance);
    const speaker = speakers.get(key);
    if (speaker) speaker.ids.push(utterance.id);
    else speakers.set(key, { key, ...(utterance.sex && { sex: utterance.sex }), ids: [utterance.id] });
  }
  return [...speakers.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The speakers in a random order whose every stretch has the sexes in proportion. */
export function balancedOrder(speakers: readonly Speaker[], random: RandomSource): readonly Speaker[] {
  return stratifiedOrder(speakers, ({ sex }) => sex ?? 'unknown', random);
}

/**
 * The fold that tests `test`, validates on `validation` and learns from all other speakers.
 *
 * @throws {DatasetError} `too-few-speakers` when nobody is left to learn from
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

/** A share of the speakers that are not tested, the sexes in proportion. */
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

/** `6 of 24 speakers (3 female, 3 male)`. */
export function describeTested(test: readonly Speaker[], speakers: readonly Speaker[]): string {
  const sexes = (['female', 'male'] as const)
    .map((sex) => ({ sex, n: test.filter((speaker) => speaker.sex === sex).length }))
    .filter(({ n }) => n > 0)
    .map(({ sex, n }) => `${n} ${sex}`);
  return `${test.length} of ${count(speakers)}${sexes.length > 0 ? ` (${sexes.join(', ')})` : ''}`;
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
