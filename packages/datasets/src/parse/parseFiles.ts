import type { CorpusDefinition } from '../corpora/corpusDefinition.js';
import { keepOnePerRecording } from './keepOnePerRecording.js';
import type { ParsedFiles } from './parsedFiles.js';
import { readNames } from './readNames.js';

/**
 * Reads the labels of a corpus from its file names, in any folder structure.
 *
 * If several copies have the same name, the least nested one is used. Of files known to be the same recording, the
 * first is used, or none if their labels differ. Files that are not recordings are skipped.
 *
 * @example
 * const { utterances } = parseFiles(findCorpus('ravdess'), ['Actor_01/03-01-05-02-01-01-01.wav']);
 * utterances[0].emotion; // 'angry'
 */
export function parseFiles(corpus: CorpusDefinition, paths: readonly string[]): ParsedFiles {
  return keepOnePerRecording(readNames(corpus, paths));
}
