import { joinIdentical } from '../joinIdentical.js';
import type { ParsedFiles } from '../parseFiles.js';
import { settleIdentical } from '../settleIdentical.js';
import type { CorpusCard } from './corpusCard.js';
import { equalFiles } from './equalFiles.js';
import { listCorpus } from './listCorpus.js';

export interface ScanOptions {
  /** Stops the scan, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What a folder holds; paths are seen from `folder`. */
export interface CorpusScan extends ParsedFiles {
  /** Name of the corpus. */
  readonly corpus: string;
  readonly folder: string;
  readonly card: CorpusCard;
}

/**
 * Reads a corpus's folder, in any nesting: labels from file names, and which files are equal to the byte.
 *
 * Equal files count once, whatever they are called, and not at all where their names contradict each other; they are
 * told in `duplicates` and `irregular`. Only files of one size are compared, and only those alike in the middle are
 * read whole, so that a scan takes about as long as listing the folder. `checkCorpus` reads everything.
 *
 * @throws {SerError} `unknown-corpus`; `folder-not-found`, also when it is a file; `empty-folder` when it
 *   holds no recording; `wrong-corpus` when no name follows the corpus's grammar; `invalid-card`
 *
 * @example
 * const { utterances, card } = await scanCorpus('ravdess', 'data/ravdess');
 */
export async function scanCorpus(
  name: string,
  folder: string,
  { signal }: ScanOptions = {},
): Promise<CorpusScan> {
  const { corpus, card, named } = await listCorpus(name, folder, signal);
  const paths = named.utterances.map(({ path }) => path);
  const contents = await equalFiles(folder, paths, signal);
  const utterances = joinIdentical(named.utterances, ({ path }) => contents.get(path));
  return { corpus: corpus.name, folder, card, ...settleIdentical({ ...named, utterances }) };
}
