import type { Utterance } from '../utterance.js';

/** A file that does not match the description of its corpus, with the reason. */
export interface Irregularity {
  readonly file: string;
  readonly what: string;
}

/** The utterances of a corpus, and the files that were excluded or corrected. */
export interface ParsedFiles {
  /** One per recording, sorted by id. */
  readonly utterances: readonly Utterance[];
  /** Files that were excluded, or used after a correction, each with the reason. */
  readonly irregular: readonly Irregularity[];
  /**
   * Groups of paths of one recording: copies with the same name, for example from a zip file that contains the corpus
   * twice, and files known to be identical. The first of each group is used, or none if their labels differ.
   */
  readonly duplicates: readonly (readonly string[])[];
}
