import { fileStem } from '../files/audioFileName.js';
import { corpora } from './corpora.js';

/** Corpora that can be recognized by their file names but not read yet, so that an error can name them. */
const unsupportedCorpora: Readonly<Record<string, RegExp>> = {
  ShEMO: /^[FM]\d{2}[AFHNSW]\d{2}$/,
};

/** A corpus recognized by its file names. */
export interface CorpusGuess {
  readonly title: string;
  /** Its name in `findCorpus`; not set if the corpus cannot be read yet. */
  readonly name?: string;
}

/** The corpus whose naming scheme most of the paths follow, if there is one. */
export function guessCorpus(paths: readonly string[]): CorpusGuess | undefined {
  const candidates = [
    ...corpora.map(({ name, title, parse }) => ({ guess: { name, title }, matches: parse })),
    ...Object.entries(unsupportedCorpora).map(([title, pattern]) => ({
      guess: { title },
      matches: (path: string) => pattern.test(fileStem(path)),
    })),
  ];
  return candidates.find(({ matches }) => paths.filter((path) => matches(path)).length > paths.length / 2)
    ?.guess;
}
