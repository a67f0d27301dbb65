import { DatasetError } from '../errors.js';
import { speakerKey, type Utterance } from '../utterance.js';
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
 * Rejects a split that leaks from one side to another, for example one that was edited by hand or made elsewhere.
 *
 * The id of an augmented copy, as returned by `copyId`, counts as the clip that it was made from.
 *
 * @throws {SerError} `leak` if two sides of a fold share an utterance, a copy and its source, copies of one source, a
 *   recording, or, in a speaker-independent split, a speaker; `invalid-split` if there is no fold, a fold has no
 *   training or no test side, or a side contains an unknown id or an id twice
 *
 * @example
 * checkSplit(JSON.parse(await readFile('split.json', 'utf8')), utterances);
 */
export function checkSplit(split: Split, utterances: readonly Utterance[]): void {
  if (split.folds.length === 0) {
    throw new DatasetError(
      'invalid-split',
      'A split must have at least one fold; got none. Use `makeSplit`.',
    );
  }
  const byId = new Map(utterances.map((utterance) => [utterance.id, utterance]));
  const find = (id: string) => byId.get(id) ?? byId.get(sourceOf(id));
  for (const fold of split.folds) {
    checkSides(fold, find);
    requireDisjoint('utterance', fold, (id) => id);
    requireDisjoint('clip', fold, (id) => find(id)!.id);
    requireDisjoint('recording', fold, (id) => find(id)!.recording);
    if (split.speakerIndependent) requireDisjoint('speaker', fold, (id) => speakerKey(find(id)!));
  }
}

function checkSides(fold: Fold, find: (id: string) => Utterance | undefined): void {
  for (const side of sides) {
    const ids = fold[side];
    if (ids.length === 0 && side !== 'validation') {
      throw invalidSplit(fold, `has an empty ${side} side. Put utterances on both sides.`);
    }
    const unknown = ids.filter((id) => !find(id));
    if (unknown.length > 0) {
      const problem = `has ${listed(unknown)} in ${side}, which is not among the utterances`;
      throw invalidSplit(fold, `${problem}. Pass the utterances that the split was made from.`);
    }
    const duplicates = repeated(ids);
    if (duplicates.length > 0) {
      throw invalidSplit(fold, `has ${listed(duplicates)} twice in ${side}. List each once.`);
    }
  }
}

function invalidSplit({ name }: Fold, problem: string): DatasetError {
  return new DatasetError('invalid-split', `Fold \`${name}\` ${problem}`);
}

function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return ids.filter((id) => {
    if (seen.has(id)) return true;
    seen.add(id);
    return false;
  });
}

const fixes = {
  utterance: 'Put each on one side.',
  clip: 'One is an augmented copy, so a test clip is in the training data. Split first, then make copies of the training side only.',
  recording: 'Put identical recordings on one side, or exclude all but one.',
  speaker: 'Put all clips of a speaker on one side, or set `speakerIndependent: false`.',
};

function requireDisjoint(what: keyof typeof fixes, fold: Fold, keyOf: (id: string) => string): void {
  for (const [one, other] of pairs) {
    const idOf = new Map(fold[one].map((id) => [keyOf(id), id]));
    const shared = fold[other].filter((id) => idOf.has(keyOf(id)));
    const [id] = shared;
    if (id === undefined) continue;
    const where = what === 'utterance' ? '' : ` (\`${idOf.get(keyOf(id))}\` and \`${id}\`)`;
    const keys = [...new Set(shared.map(keyOf))];
    throw new DatasetError(
      'leak',
      `Fold \`${fold.name}\` has ${what} ${listed(keys)} in both ${one} and ${other}${where}. ${fixes[what]}`,
    );
  }
}

/** The first three, and the number of others. */
function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, 3).map((key) => `\`${key}\``);
  return shown.join(', ') + (keys.length > 3 ? ` and ${keys.length - 3} more` : '');
}
