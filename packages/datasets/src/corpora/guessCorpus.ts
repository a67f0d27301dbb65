import { knownCorpora } from './corpora.js';

/** A corpus recognized by its file names. */
export interface CorpusGuess {
  readonly title: string;
  /** Its name in `findCorpus`. */
  readonly name: string;
}

/** The corpus whose naming scheme most of the paths follow, if there is one. */
export function guessCorpus(paths: readonly string[]): CorpusGuess | undefined {
  return knownCorpora().find(({ parse, annotations, hasOwnNames = true }) => {
    const isClip = annotations?.isClip ?? ((path: string) => parse(path) !== undefined);
    return hasOwnNames && paths.filter(isClip).length > paths.length / 2;
  });
}
