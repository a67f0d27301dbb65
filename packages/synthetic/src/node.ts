/**
 * Writes corpora of synthetic speech to disk (Node only).
 *
 * - `writeSyntheticCorpus`: WAV files that are named, and can be read, like a real corpus
 *
 * @packageDocumentation
 */
export {
  type SyntheticCorpus,
  writeSyntheticCorpus,
  type WriteSyntheticCorpusOptions,
} from './corpus/writeSyntheticCorpus.js';
export type { SyntheticVoicesOptions } from './corpus/syntheticSettings.js';
export type { SyntheticLayoutName } from './layouts/layouts.js';
