import type { CorpusDefinition } from '../corpora/corpusDefinition.js';
import { joinRecordings } from '../parse/joinRecordings.js';
import { keepOnePerRecording } from '../parse/keepOnePerRecording.js';
import type { ParsedFiles } from '../parse/parsedFiles.js';
import type { Utterance } from '../utterance.js';
import type { CorpusCard } from './corpusCard.js';
import { equalFiles } from './equalFiles.js';
import { listCorpus } from './listCorpus.js';

/** Options of reading a corpus. */
export interface ScanOptions {
  /** Cancels the scan; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Options of `scanCorpus`. */
export interface ScanCorpusOptions extends ScanOptions {
  /** Other names for labels, for example `{ excited: 'happy' }`; the votes of raters are added up. @default none */
  readonly map?: Readonly<Record<string, string>> | undefined;
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
  { signal, map = {} }: ScanCorpusOptions = {},
): Promise<CorpusScan> {
  const { corpus, card, named: listed } = await listCorpus(corpusOrName, folder, signal);
  const named = { ...listed, utterances: listed.utterances.map((utterance) => renameLabels(utterance, map)) };
  const paths = named.utterances.map(({ path }) => path);
  const contents = await equalFiles(folder, paths, signal);
  const utterances = joinRecordings(named.utterances, ({ path }) => contents.get(path));
  return { corpus: corpus.name, folder, card, ...keepOnePerRecording({ ...named, utterances }) };
}

function renameLabels(utterance: Utterance, map: Readonly<Record<string, string>>): Utterance {
  const nameOf = (label: string) => (Object.hasOwn(map, label) ? map[label]! : label);
  const { emotion, votes } = utterance;
  if (votes === undefined) return { ...utterance, emotion: nameOf(emotion) };
  const sums: Record<string, number> = {};
  for (const [label, count] of Object.entries(votes))
    sums[nameOf(label)] = (sums[nameOf(label)] ?? 0) + count;
  return { ...utterance, emotion: nameOf(emotion), votes: sums };
}
