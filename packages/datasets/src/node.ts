export { scanCorpus, type CorpusScan, type ScanOptions } from './node/scanCorpus.js';
export { checkCorpus, type CheckOptions, type CorpusReport } from './node/checkCorpus.js';
export type { UnreadableFile } from './node/hearFile.js';
export { readCorpusCard, type CorpusCard } from './node/corpusCard.js';
