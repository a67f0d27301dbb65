import type { CorpusDefinition } from '../corpora/corpusDefinition.js';
import type { UnreadableFile } from '../audit/unreadableFile.js';
import { joinRecordings } from '../parse/joinRecordings.js';
import { keepOnePerRecording } from '../parse/keepOnePerRecording.js';
import type { ParsedFiles } from '../parse/parsedFiles.js';
import type { NamedFiles } from '../parse/readNames.js';
import { speakerKey, type Utterance } from '../utterance.js';
import type { CorpusReport } from './corpusReport.js';
import { inspectFile, type InspectedFile } from './inspectFile.js';
import { irregularAudio } from './irregularAudio.js';
import { listCorpus } from './listCorpus.js';
import type { ScanOptions } from './scanCorpus.js';

/** Options of `checkCorpus`. */
export interface CheckOptions extends ScanOptions {
  /** Called after each file with the number of files done and the total. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads every recording of a corpus folder and reports missing, unreadable, duplicate, silent, and irregular files.
 *
 * A file that cannot be read is listed; it does not end the check.
 *
 * @param corpusOrName as in `findCorpus`, or a corpus from `defineCorpus`
 * @throws {SerError} as `scanCorpus`
 *
 * @example
 * const report = await checkCorpus('ravdess', 'data/ravdess');
 * report.duplicates; // [['Actor_07/03-01-03-01-02-01-07.wav', 'Actor_07/03-01-03-01-02-02-07.wav']]
 */
export async function checkCorpus(
  corpusOrName: string | CorpusDefinition,
  folder: string,
  options: CheckOptions = {},
): Promise<CorpusReport> {
  const { corpus, named } = await listCorpus(corpusOrName, folder, options.signal);
  const inspected = await inspectAll(folder, named.utterances, options);
  const readable = inspected.filter((file): file is InspectedFile => 'content' in file);
  const { irregular, duplicates } = compareRecordings(named, readable);
  return {
    corpus: corpus.name,
    clips: named.utterances.length,
    expected: corpus.expectedClips,
    speakers: new Set(named.utterances.map(speakerKey)).size,
    labels: countLabels(corpus, named.utterances),
    missing: missingFiles(corpus, named.utterances),
    unreadable: inspected.filter((file): file is UnreadableFile => 'code' in file),
    duplicates,
    silent: readable.filter(({ silent }) => silent).map(({ file }) => file),
    irregular: [...irregular, ...irregularAudio(readable, corpus.nChannels)],
  };
}

/** Files with equal samples are one recording, except silent ones. */
function compareRecordings(named: NamedFiles, readable: readonly InspectedFile[]): ParsedFiles {
  const audible = readable.filter(({ silent }) => !silent);
  const contents = new Map(audible.map(({ file, content }) => [file, content]));
  const utterances = joinRecordings(named.utterances, ({ path }) => contents.get(path));
  return keepOnePerRecording({ ...named, utterances });
}

async function inspectAll(
  folder: string,
  utterances: readonly Utterance[],
  { onProgress, signal }: CheckOptions,
): Promise<readonly (InspectedFile | UnreadableFile)[]> {
  const inspected = [];
  for (const { path } of utterances) {
    signal?.throwIfAborted();
    inspected.push(await inspectFile(folder, path));
    onProgress?.(inspected.length, utterances.length);
  }
  return inspected;
}

function countLabels(corpus: CorpusDefinition, utterances: readonly Utterance[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(corpus.labels.map((label) => [label, 0]));
  for (const { emotion } of utterances) counts[emotion] = (counts[emotion] ?? 0) + 1;
  return counts;
}

function missingFiles(corpus: CorpusDefinition, utterances: readonly Utterance[]): readonly string[] {
  const present = new Set(utterances.map(({ id }) => id));
  return (corpus.expectedFiles?.() ?? []).filter((file) => !present.has(corpus.parse(file)!.id));
}
