import type { CorpusDefinition } from './corpora/corpusDefinition.js';
import { readNames } from './readNames.js';
import { settleIdentical } from './settleIdentical.js';
import type { Utterance } from './utterance.js';

/** A file that is not as the corpus's description says, and in what way. */
export interface Irregularity {
  readonly file: string;
  readonly what: string;
}

export interface ParsedFiles {
  /** One for each recording, in the order of their ids. */
  readonly utterances: readonly Utterance[];
  /** Files left out, or read after a correction, each with the reason. */
  readonly irregular: readonly Irregularity[];
  /**
   * Groups of paths that hold one recording: copies of one name, as when a zip holds the corpus twice, and names
   * known to be identical. The first of each is used, or none where their labels differ.
   */
  readonly duplicates: readonly (readonly string[])[];
}

/**
 * Reads the labels of a corpus from its file names, in any folder nesting.
 *
 * Of several copies of one name the least nested is used; of recordings known to be identical the first, or none
 * where they are labelled differently. Files that are not recordings are passed over.
 *
 * @example
 * const { utterances } = parseFiles(ravdess, ['Actor_01/03-01-05-02-01-01-01.wav']);
 * utterances[0].emotion; // 'angry'
 */
export function parseFiles(corpus: CorpusDefinition, paths: readonly string[]): ParsedFiles {
  return settleIdentical(readNames(corpus, paths));
}
