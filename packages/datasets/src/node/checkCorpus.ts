import { findCorpus } from '../corpora/corpora.js';
import type { CorpusDefinition } from '../corpora/corpusDefinition.js';
import type { Irregularity } from '../parseFiles.js';
import type { Utterance } from '../utterance.js';
import { speakerKey } from '../utterance.js';
import { alikeFiles } from './alikeFiles.js';
import type { HeardFile, UnreadableFile } from './hearFile.js';
import { hearFile } from './hearFile.js';
import type { CorpusScan, ScanOptions } from './scanCorpus.js';
import { scanCorpus } from './scanCorpus.js';

export interface CheckOptions extends ScanOptions {
  /** Called after each file, with how many of how many are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Whether a folder holds a corpus whole and sound; paths are seen from the folder. */
export interface CorpusReport {
  readonly corpus: string;
  /** Recordings found, each name counted once. */
  readonly clips: number;
  /** Recordings of the complete corpus. */
  readonly expected: number;
  readonly speakers: number;
  /** How many recordings each label has, in the corpus's order of labels. */
  readonly labels: Readonly<Record<string, number>>;
  /** Files of the complete corpus that are not there, with the paths they are published under. */
  readonly missing: readonly string[];
  readonly unreadable: readonly UnreadableFile[];
  /** Groups of files that have one name, are known to be one recording, or sound exactly alike. */
  readonly duplicates: readonly (readonly string[])[];
  readonly silent: readonly string[];
  /** Files that are not as the corpus is described, each with what is odd. */
  readonly irregular: readonly Irregularity[];
}

/**
 * Reads every recording of a corpus's folder and reports what is missing, broken, doubled, silent or odd.
 *
 * A file that cannot be read is listed and never ends the check.
 *
 * @throws {DatasetError} as `scanCorpus`
 *
 * @example
 * const report = await checkCorpus('ravdess', 'data/ravdess');
 * report.duplicates; // [['Actor_07/03-01-03-01-02-01-07.wav', 'Actor_07/03-01-03-01-02-02-07.wav']]
 */
export async function checkCorpus(
  name: string,
  folder: string,
  options: CheckOptions = {},
): Promise<CorpusReport> {
  const corpus = findCorpus(name);
  const scan = await scanCorpus(name, folder, options);
  const hearings = await hearAll(scan, options);
  const readable = hearings.filter((hearing): hearing is HeardFile => 'contents' in hearing);
  return {
    corpus: corpus.name,
    clips: scan.utterances.length,
    expected: corpus.expectedClips,
    speakers: new Set(scan.utterances.map(speakerKey)).size,
    labels: countLabels(corpus, scan.utterances),
    missing: missingFiles(corpus, scan.utterances),
    unreadable: hearings.filter((hearing): hearing is UnreadableFile => 'code' in hearing),
    duplicates: alikeFiles(scan, readable),
    silent: readable.filter(({ silent }) => silent).map(({ file }) => file),
    irregular: [...scan.irregular, ...oddChannels(corpus, readable), ...oddRates(readable)],
  };
}

async function hearAll(
  scan: CorpusScan,
  { onProgress, signal }: CheckOptions,
): Promise<readonly (HeardFile | UnreadableFile)[]> {
  const hearings = [];
  for (const { path } of scan.utterances) {
    signal?.throwIfAborted();
    hearings.push(await hearFile(scan.folder, path));
    onProgress?.(hearings.length, scan.utterances.length);
  }
  return hearings;
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

function oddChannels(
  { nChannels: expected }: CorpusDefinition,
  heard: readonly HeardFile[],
): readonly Irregularity[] {
  if (expected === undefined) return [];
  return heard
    .filter(({ nChannels }) => nChannels !== expected)
    .map(({ file, nChannels }) => ({
      file,
      what: `${channels(nChannels)}, where the corpus has ${channels(expected)}`,
    }));
}

function oddRates(heard: readonly HeardFile[]): readonly Irregularity[] {
  const usual = mostFrequent(heard.map(({ sampleRate }) => sampleRate));
  return heard
    .filter(({ sampleRate }) => sampleRate !== usual)
    .map(({ file, sampleRate }) => ({
      file,
      what: `sampled at ${sampleRate} Hz, where most files are at ${usual} Hz`,
    }));
}

function channels(n: number): string {
  return n === 1 ? '1 channel' : `${n} channels`;
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
