import { fileExtension, namesFormat } from '../audioFileName.js';
import type { CorpusDefinition } from '../corpora/corpusDefinition.js';
import { joinIdentical } from '../joinIdentical.js';
import type { Irregularity, ParsedFiles } from '../parseFiles.js';
import type { NamedFiles } from '../readNames.js';
import { settleIdentical } from '../settleIdentical.js';
import type { Utterance } from '../utterance.js';
import { speakerKey } from '../utterance.js';
import type { HeardFile, UnreadableFile } from './hearFile.js';
import { hearFile } from './hearFile.js';
import { listCorpus } from './listCorpus.js';
import type { ScanOptions } from './scanCorpus.js';

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
  /** Files of the complete corpus that are not there, as published; empty where the names of all are not known. */
  readonly missing: readonly string[];
  readonly unreadable: readonly UnreadableFile[];
  /** Groups of files that have one name, are known to be one recording, or sound exactly alike; nested copies are not read. */
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
 * @throws {SerError} as `scanCorpus`
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
  const { corpus, named } = await listCorpus(name, folder, options.signal);
  const hearings = await hearAll(folder, named.utterances, options);
  const readable = hearings.filter((hearing): hearing is HeardFile => 'contents' in hearing);
  const { irregular, duplicates } = settleHeard(named, readable);
  return {
    corpus: corpus.name,
    clips: named.utterances.length,
    expected: corpus.expectedClips,
    speakers: new Set(named.utterances.map(speakerKey)).size,
    labels: countLabels(corpus, named.utterances),
    missing: missingFiles(corpus, named.utterances),
    unreadable: hearings.filter((hearing): hearing is UnreadableFile => 'code' in hearing),
    duplicates,
    silent: readable.filter(({ silent }) => silent).map(({ file }) => file),
    irregular: [
      ...irregular,
      ...oddFormats(readable),
      ...oddChannels(corpus, readable),
      ...oddRates(readable),
    ],
  };
}

/** Recordings that sound exactly alike are one; silent ones are no copies of each other. */
function settleHeard(named: NamedFiles, readable: readonly HeardFile[]): ParsedFiles {
  const audible = readable.filter(({ silent }) => !silent);
  const contents = new Map(audible.map((hearing) => [hearing.file, hearing.contents]));
  const utterances = joinIdentical(named.utterances, ({ path }) => contents.get(path));
  return settleIdentical({ ...named, utterances });
}

async function hearAll(
  folder: string,
  utterances: readonly Utterance[],
  { onProgress, signal }: CheckOptions,
): Promise<readonly (HeardFile | UnreadableFile)[]> {
  const hearings = [];
  for (const { path } of utterances) {
    signal?.throwIfAborted();
    hearings.push(await hearFile(folder, path));
    onProgress?.(hearings.length, utterances.length);
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

function oddFormats(heard: readonly HeardFile[]): readonly Irregularity[] {
  return heard.flatMap(({ file, format }) =>
    format === undefined || namesFormat(file, format)
      ? []
      : [{ file, what: `it is ${format}, and not what \`${fileExtension(file)}\` says` }],
  );
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
