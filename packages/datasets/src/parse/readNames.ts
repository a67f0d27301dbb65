import type { CorpusDefinition } from '../corpora/corpusDefinition.js';
import { isAudioFile, isLossy } from '../files/audioFileName.js';
import type { Utterance } from '../utterance.js';
import type { Irregularity } from './parsedFiles.js';

/** What file names say, before identical recordings are handled. */
export interface NamedFiles {
  /** One per name, sorted by id. */
  readonly utterances: readonly Utterance[];
  readonly irregular: readonly Irregularity[];
  /** All paths with the same name, by the path of the copy that is used; names with a single path are not included. */
  readonly copies: ReadonlyMap<string, readonly string[]>;
}

/** Reads each name once, from its least nested copy. Lossy files are skipped if there is a lossless file of that name. */
export function readNames(corpus: CorpusDefinition, paths: readonly string[]): NamedFiles {
  const irregular: Irregularity[] = [];
  const copies = new Map<string, [Utterance, ...Utterance[]]>();
  const isOther = corpus.annotations?.isOther ?? (() => false);
  const recordings = paths.filter((path) => isAudioFile(path) && !isOther(path));
  for (const path of recordings.sort(byLossThenNestingThenName)) {
    const utterance = corpus.parse(path);
    const group = utterance && copies.get(utterance.id);
    if (group && isLossy(path) && !isLossy(group[0].path)) continue;
    const what = corpus.irregularity?.(path);
    if (what !== undefined) irregular.push({ file: path, what });
    else if (!utterance) {
      irregular.push({ file: path, what: `its name does not follow the naming scheme of ${corpus.title}` });
    }
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
