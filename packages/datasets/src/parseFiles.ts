import { isAudioFile } from './audioFileName.js';
import type { CorpusDefinition } from './corpora/corpusDefinition.js';
import type { Utterance } from './utterance.js';

/** A file that is not as the corpus's description says, and in what way. */
export interface Irregularity {
  readonly file: string;
  readonly what: string;
}

export interface ParsedFiles {
  /** One for each recording name, in the order of their ids. */
  readonly utterances: readonly Utterance[];
  /** Recordings left out, or read after a correction, each with the reason. */
  readonly irregular: readonly Irregularity[];
  /** Groups of paths with the same name, as when a zip holds the corpus twice; the first of each is used. */
  readonly duplicates: readonly (readonly string[])[];
}

/**
 * Reads the labels of a corpus from its file names, in any folder nesting.
 *
 * Of several copies of one name the least nested is used. Files that are not recordings are passed over.
 *
 * @example
 * const { utterances } = parseFiles(ravdess, ['Actor_01/03-01-05-02-01-01-01.wav']);
 * utterances[0].emotion; // 'angry'
 */
export function parseFiles(corpus: CorpusDefinition, paths: readonly string[]): ParsedFiles {
  const irregular: Irregularity[] = [];
  const copies = new Map<string, [Utterance, ...Utterance[]]>();
  for (const path of paths.filter(isAudioFile).sort(byNestingThenName)) {
    const utterance = corpus.parse(path);
    const what = corpus.irregularity?.(path);
    if (what !== undefined) irregular.push({ file: path, what });
    else if (!utterance)
      irregular.push({ file: path, what: `its name does not follow the names of ${corpus.title}` });
    if (!utterance) continue;
    const group = copies.get(utterance.id);
    if (group) group.push(utterance);
    else copies.set(utterance.id, [utterance]);
  }
  const groups = [...copies.values()].sort(([a], [b]) => (a.id < b.id ? -1 : 1));
  return {
    utterances: groups.map(([first]) => first),
    irregular,
    duplicates: groups.filter((group) => group.length > 1).map((group) => group.map(({ path }) => path)),
  };
}

function byNestingThenName(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || (a < b ? -1 : 1);
}
