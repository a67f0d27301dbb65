/**
 * Reads corpora and tables on disk (Node only).
 *
 * - Your own recordings: `readRecordings` (a folder per label, or a table), `readManifest` (a table, strictly)
 * - Recordings without labels, for predictions: `listRecordings`, `readClipTable`
 * - What a score would suffer from: `checkRecordings`
 * - The audio of an utterance: `readClip`
 * - Known corpora: `identifyFolder`, `scanCorpus` (from file names, fast), `checkCorpus` (reads every file)
 * - The `corpus.json` of a folder: `readCorpusCard`, `writeCorpusCard`
 *
 * @packageDocumentation
 */
export { readManifest, type ReadManifestOptions } from './node/readManifest.js';
export { readRecordings, type ReadRecordingsOptions } from './node/readRecordings.js';
export { listRecordings } from './node/listRecordings.js';
export {
  type ClipRow,
  type ClipTable,
  readClipTable,
  type ReadClipTableOptions,
} from './node/readClipTable.js';
export { readClip, type ReadClipOptions } from './node/readClip.js';
export { type FolderIdentity, identifyFolder } from './node/identifyFolder.js';
export { type CorpusScan, scanCorpus, type ScanCorpusOptions, type ScanOptions } from './node/scanCorpus.js';
export { checkCorpus, type CheckOptions } from './node/checkCorpus.js';
export { checkRecordings } from './node/checkRecordings.js';
export type { Histogram, MeasuredFile, RecordingsReport, Spread } from './audit/recordingsReport.js';
export type { LabelLeak, LeakSource } from './audit/findLeaks.js';
export type { CorpusReport } from './node/corpusReport.js';
export type { UnreadableFile } from './audit/unreadableFile.js';
export { type CorpusCard, readCorpusCard, writeCorpusCard } from './node/corpusCard.js';
