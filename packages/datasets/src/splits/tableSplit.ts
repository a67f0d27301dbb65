import type { IntegerSource } from '@ser/core';
import { DatasetError } from '../errors.js';
import { speakerKey, type Utterance } from '../utterance.js';
import { clipGroups, idsOfGroups } from './clipGroups.js';
import { drawGroups } from './groupSplit.js';
import { speakersUnknownIn, validationClipClause } from './randomSplit.js';
import type { Fold, Split, TableSplitRequest } from './split.js';

/** The `split` column of a table; see {@link TableSplitRequest}. */
export function tableSplit(
  utterances: readonly Utterance[],
  { validationFraction = 0 }: TableSplitRequest,
  random: IntegerSource,
): Omit<Split, 'seed'> {
  requireSplits(utterances);
  const sides = utterances.map(({ split }) => sideOf(split!));
  const isHoldOut = sides.every((side) => side !== undefined);
  const names = isHoldOut ? ['table'] : foldNames(utterances);
  const drawn = isHoldOut && sides.includes('validation') ? 0 : validationFraction;
  const folds = names.map((name) => {
    const side = (utterance: Utterance) =>
      isHoldOut ? sideOf(utterance.split!)! : utterance.split === name ? 'test' : 'train';
    return foldOf(name, utterances, { side, drawn, random });
  });
  const shared = sharedSpeakers(folds, utterances);
  const unknown = speakersUnknownIn(utterances);
  const how = isHoldOut ? 'one fold' : `${folds.length} folds`;
  return {
    kind: 'table',
    protocol:
      `${dependence(shared, unknown)}: the \`split\` column of the table, ${how}` +
      `${validationClipClause(drawn)}${leakClause(shared, unknown)}.`,
    speakerIndependent: shared.length === 0 && !unknown.speakersUnknown,
    ...unknown,
    folds,
  };
}

type Side = 'train' | 'validation' | 'test';

function sideOf(word: string): Side | undefined {
  if (/^train(ing)?\d*$/i.test(word)) return 'train';
  if (/^(dev|devel|development|val|valid|validation)\d*$/i.test(word)) return 'validation';
  return /^(test|testing|eval|evaluation)\d*$/i.test(word) ? 'test' : undefined;
}

function requireSplits(utterances: readonly Utterance[]): void {
  const without = utterances.filter(({ split }) => split === undefined);
  const [first] = without;
  if (first === undefined) return;
  throw new DatasetError(
    'invalid-split',
    `The split of a table needs a \`split\` for every utterance; ${without.length} of ${utterances.length} have none, ` +
      `for example \`${first.id}\`. Fill in the column, or choose another kind of split.`,
    { file: first.path },
  );
}

/** The names of folds in numerical order; at least two, none of which is the name of a side. */
function foldNames(utterances: readonly Utterance[]): readonly string[] {
  const names = [...new Set(utterances.map(({ split }) => split!))].sort(numerically);
  if (names.length >= 2 && names.every((name) => sideOf(name) === undefined)) return names;
  throw new DatasetError(
    'invalid-split',
    'The `split` column must contain train, validation, and test, or the names of at least two folds; got ' +
      `${names.slice(0, 8).join(', ')}. Correct the column.`,
  );
}

const numerically = new Intl.Collator('en', { numeric: true }).compare;

function foldOf(
  name: string,
  utterances: readonly Utterance[],
  options: {
    readonly side: (utterance: Utterance) => Side;
    readonly drawn: number;
    readonly random: IntegerSource;
  },
): Fold {
  const on = (side: Side) => utterances.filter((utterance) => options.side(utterance) === side);
  const ids = (side: Side) =>
    on(side)
      .map(({ id }) => id)
      .sort();
  if (options.drawn === 0) {
    return { name, train: ids('train'), validation: ids('validation'), test: ids('test') };
  }
  const { train, validation } = drawGroups(clipGroups(on('train')).groups, options.drawn, options.random);
  return { name, train: idsOfGroups(train), validation: idsOfGroups(validation), test: ids('test') };
}

/** The speakers that are tested and also in the training or validation data of the same fold. */
function sharedSpeakers(folds: readonly Fold[], utterances: readonly Utterance[]): readonly string[] {
  const known = utterances.filter(({ speaker }) => speaker !== undefined);
  const keyOf = new Map(known.map((utterance) => [utterance.id, speakerKey(utterance)]));
  const shared = folds.flatMap(({ train, validation, test }) => {
    const others = new Set([...train, ...validation].map((id) => keyOf.get(id)));
    return test.flatMap((id) => keyOf.get(id) ?? []).filter((key) => others.has(key));
  });
  return [...new Set(shared)].sort(numerically);
}

function dependence(shared: readonly string[], { speakersUnknown }: Pick<Split, 'speakersUnknown'>): string {
  if (shared.length > 0) return 'Speaker-dependent';
  return speakersUnknown ? 'Speakers unknown' : 'Speaker-independent';
}

function leakClause(shared: readonly string[], { speakersUnknown }: Pick<Split, 'speakersUnknown'>): string {
  if (shared.length > 0) {
    const more = shared.length > 3 ? ` and ${shared.length - 3} more` : '';
    const who = `${shared.slice(0, 3).join(', ')}${more}`;
    return `; a leak: ${who} ${shared.length === 1 ? 'is' : 'are'} on both sides, so the score overstates the performance on new speakers`;
  }
  return speakersUnknown ? '; the same voice may be on both sides' : '';
}
