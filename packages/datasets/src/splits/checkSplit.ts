import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { speakerKey } from '../utterance.js';
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
 * @throws {DatasetError} `leak` when two sides of a fold share an utterance, a recording or, in a
 *   speaker-independent split, a speaker; `invalid-split` when there is no fold, nothing to learn from or
 *   nothing to test, an id that is no utterance's, or one twice on a side
 */
export function checkSplit(split: Split, utterances: readonly Utterance[]): void {
  if (split.folds.length === 0)
    throw new DatasetError('invalid-split', 'Expected a split of at least one fold, got none.');
  const byId = new Map(utterances.map((utterance) => [utterance.id, utterance]));
  for (const fold of split.folds) {
    checkSides(fold, byId);
    refuseShared('utterance', fold, byId, ({ id }) => id);
    refuseShared('recording', fold, byId, ({ recording }) => recording);
    if (split.speakerIndependent) refuseShared('speaker', fold, byId, speakerKey);
  }
}

function checkSides(fold: Fold, byId: ReadonlyMap<string, Utterance>): void {
  for (const side of sides) {
    const ids = fold[side];
    if (ids.length === 0 && side !== 'validation') {
      throw new DatasetError(
        'invalid-split',
        `Fold \`${fold.name}\` has an empty ${side} side. Each fold needs both.`,
      );
    }
    const unknown = ids.filter((id) => !byId.has(id));
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
  recording: 'Put identical recordings on one side, or leave all but one out.',
  speaker: 'Put whole speakers on one side, or mark the split `speakerIndependent: false`.',
};

function refuseShared(
  what: keyof typeof mends,
  fold: Fold,
  byId: ReadonlyMap<string, Utterance>,
  keyOf: (utterance: Utterance) => string,
): void {
  for (const [one, other] of pairs) {
    const heard = new Map(fold[one].map((id) => [keyOf(byId.get(id)!), id]));
    const shared = fold[other].filter((id) => heard.has(keyOf(byId.get(id)!)));
    if (shared.length === 0) continue;
    const [id] = shared;
    const key = keyOf(byId.get(id!)!);
    const where = what === 'utterance' ? '' : ` (\`${heard.get(key)}\` and \`${id}\`)`;
    const keys = [...new Set(shared.map((each) => keyOf(byId.get(each)!)))];
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
