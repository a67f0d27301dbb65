import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { speakerKey } from '../utterance.js';
import { sourceOf } from './copies.js';
import type { Fold, Split } from './split.js';

const sides = ['train', 'validation', 'test'] as const;
type Side = (typeof sides)[number];
const pairs: readonly (readonly [Side, Side])[] = [
  ['train', 'test'],
  ['validation', 'test'],
  ['train', 'validation'],
];

/**
 * Refuses a split whose score would not mean what it says, for example one edited by hand or made elsewhere.
 *
 * An id of an augmented copy, as `copyId` gives it, stands for what it was made of.
 *
 * @throws {SerError} `leak` when two sides of a fold share an utterance, a copy and its source, copies of one
 *   source, a recording or, in a speaker-independent split, a speaker; `invalid-split` when there is no fold, nothing to learn from or
 *   nothing to test, an id that is no utterance's, or one twice on a side
 */
export function checkSplit(split: Split, utterances: readonly Utterance[]): void {
  if (split.folds.length === 0)
    throw new DatasetError('invalid-split', 'Expected a split of at least one fold, got none.');
  const byId = new Map(utterances.map((utterance) => [utterance.id, utterance]));
  const find = (id: string) => byId.get(id) ?? byId.get(sourceOf(id));
  for (const fold of split.folds) {
    checkSides(fold, find);
    refuseShared('utterance', fold, (id) => id);
    refuseShared('clip', fold, (id) => find(id)!.id);
    refuseShared('recording', fold, (id) => find(id)!.recording);
    if (split.speakerIndependent) refuseShared('speaker', fold, (id) => speakerKey(find(id)!));
  }
}

function checkSides(fold: Fold, find: (id: string) => Utterance | undefined): void {
  for (const side of sides) {
    const ids = fold[side];
    if (ids.length === 0 && side !== 'validation') {
      throw new DatasetError(
        'invalid-split',
        `Fold \`${fold.name}\` has an empty ${side} side. Each fold needs both.`,
      );
    }
    const unknown = ids.filter((id) => !find(id));
    if (unknown.length > 0) {
      throw new DatasetError(
        'invalid-split',
        `Fold \`${fold.name}\` names ${listed(unknown)} in ${side}, which the corpora do not hold. ` +
          'Make the split from the same utterances.',
      );
    }
    const twice = repeated(ids);
    if (twice.length > 0) {
      throw new DatasetError(
        'invalid-split',
        `Fold \`${fold.name}\` names ${listed(twice)} twice in ${side}. Name each once.`,
      );
    }
  }
}

function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return ids.filter((id) => {
    if (seen.has(id)) return true;
    seen.add(id);
    return false;
  });
}

const mends = {
  utterance: 'Put each on one side.',
  clip: 'One is an augmented copy, so what is tested was learnt from. Split first, then make copies of the training side only.',
  recording: 'Put identical recordings on one side, or leave all but one out.',
  speaker: 'Put whole speakers on one side, or mark the split `speakerIndependent: false`.',
};

function refuseShared(what: keyof typeof mends, fold: Fold, keyOf: (id: string) => string): void {
  for (const [one, other] of pairs) {
    const heard = new Map(fold[one].map((id) => [keyOf(id), id]));
    const shared = fold[other].filter((id) => heard.has(keyOf(id)));
    const [id] = shared;
    if (id === undefined) continue;
    const where = what === 'utterance' ? '' : ` (\`${heard.get(keyOf(id))}\` and \`${id}\`)`;
    const keys = [...new Set(shared.map(keyOf))];
    throw new DatasetError(
      'leak',
      `Fold \`${fold.name}\` has ${what} ${listed(keys)} in both ${one} and ${other}${where}. ${mends[what]}`,
    );
  }
}

/** The first three, and how many more. */
function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, 3).map((key) => `\`${key}\``);
  return shown.join(', ') + (keys.length > 3 ? ` and ${keys.length - 3} more` : '');
}
