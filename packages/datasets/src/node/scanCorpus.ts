import type { CorpusDefinition } from '../corpora/corpusDefinition.js';
import { joinRecordings } from '../parse/joinRecordings.js';
import { keepOnePerRecording } from '../parse/keepOnePerRecording.js';
import type { ParsedFiles } from '../parse/parsedFiles.js';
import type { CorpusCard } from './corpusCard.js';
import { equalFiles } from './equalFiles.js';
import { listCorpus } from './listCorpus.js';

/** Options of `scanCorpus`. */
export interface ScanOptions {
  /** Cancels the scan; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The contents of a corpus folder; paths are relative to `folder`. */
export interface CorpusScan extends ParsedFiles {
  /** Name of the corpus. */
  readonly corpus: string;
  readonly folder: string;
  readonly card: CorpusCard;
}

/**
 * Reads the folder of a known corpus, in any folder structure: labels from file names, and which files are identical.
 *
 * Files with equal bytes count once, whatever their names; if their labels differ, none is used. Both are listed in
 * `duplicates` and `irregular`. Only files of equal size are compared, and only those with equal bytes in the middle
 * are read completely, so a scan takes about as long as listing the folder. `checkCorpus` reads everything.
 *
 * @param corpusOrName as in `findCorpus`, or a corpus from `defineCorpus`
 * @throws {SerError} `unknown-corpus`; `folder-not-found`; `empty-folder` if it contains no recording; `wrong-corpus`
 *   if no name follows the naming scheme of the corpus; `invalid-card`
 *
 * @example
 * const { utterances, card } = await scanCorpus('ravdess', 'data/ravdess');
 */
export async function scanCorpus(
  corpusOrName: string | CorpusDefinition,
  folder: string,
  { signal }: ScanOptions = {},
): Promise<CorpusScan> {
  const { corpus, card, named } = await listCorpus(corpusOrName, folder, signal);
  const paths = named.utterances.map(({ path }) => path);
  const contents = await equalFiles(folder, paths, signal);
  const utterances = joinRecordings(named.utterances, ({ path }) => contents.get(path));
  return { corpus: corpus.name, folder, card, ...keepOnePerRecording({ ...named, utterances }) };
}
