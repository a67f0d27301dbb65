import type { Irregularity } from '../parse/parsedFiles.js';
import type { UnreadableFile } from '../audit/unreadableFile.js';

/** Whether a folder contains a complete and valid corpus; paths are relative to the folder. */
export interface CorpusReport {
  readonly corpus: string;
  /** Number of recordings found, each name counted once. */
  readonly clips: number;
  /** Number of recordings of the complete corpus. */
  readonly expected: number;
  readonly speakers: number;
  /** Number of recordings per label, in the corpus's order of labels. */
  readonly labels: Readonly<Record<string, number>>;
  /** Files of the complete corpus that were not found, as published. Empty if the corpus's file list is not known. */
  readonly missing: readonly string[];
  readonly unreadable: readonly UnreadableFile[];
  /** Groups of files with the same name, known to be one recording, or with equal samples. Nested copies are not read. */
  readonly duplicates: readonly (readonly string[])[];
  readonly silent: readonly string[];
  /** Files that do not match the description of the corpus, each with the reason. */
  readonly irregular: readonly Irregularity[];
}
