import { isAudioFile, isLossy } from './audioFileName.js';
import type { CorpusDefinition } from './corpora/corpusDefinition.js';
import type { Irregularity } from './parseFiles.js';
import type { Utterance } from './utterance.js';

/** What file names say, before identical recordings are dealt with. */
export interface NamedFiles {
  /** One for each name, in the order of their ids. */
  readonly utterances: readonly Utterance[];
  readonly irregular: readonly Irregularity[];
  /** All paths of one name, by the path of the copy that is used; names with one path are left out. */
  readonly copies: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads each name once: of several copies the least nested. MP3 and other lossy forms of a name are passed over where
 * there is another one.
 */
export function readNames(corpus: CorpusDefinition, paths: readonly string[]): NamedFiles {
  const irregular: Irregularity[] = [];
  const copies = new Map<string, [Utterance, ...Utterance[]]>();
  for (const path of paths.filter(isAudioFile).sort(byLossThenNestingThenName)) {
    const utterance = corpus.parse(path);
    const group = utterance && copies.get(utterance.id);
    if (group && isLossy(path) && !isLossy(group[0].path)) continue;
    const what = corpus.irregularity?.(path);
    if (what !== undefined) irregular.push({ file: path, what });
    else if (!utterance)
      irregular.push({ file: path, what: `its name does not follow the names of ${corpus.title}` });
    if (!utterance) continue;
    if (group) group.push(utterance);
    else copies.set(utterance.id, [utterance]);
  }
  const groups = [...copies.values()].sort(([a], [b]) => (a.id < b.id ? -1 : 1));
  const several = groups.filter(({ length }) => length > 1);
  return {
    utterances: groups.map(([first]) => first),
    irregular,
    copies: new Map(several.map((group) => [group[0].path, group.map(({ path }) => path)])),
  };
}

function byLossThenNestingThenName(a: string, b: string): number {
  const byLoss = Number(isLossy(a)) - Number(isLossy(b));
  return byLoss || a.split('/').length - b.split('/').length || (a < b ? -1 : 1);
}
