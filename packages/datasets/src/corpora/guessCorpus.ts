import { fileStem } from '../audioFileName.js';
import { corpora } from './corpora.js';

/** Corpora that can be told by their names but not read yet: better named in an error than left to guess. */
const unreadCorpora: Readonly<Record<string, RegExp>> = {
  EMOVO: /^(neu|dis|gio|pau|rab|sor|tri)-[fm][123]-[bdln]\d$/,
};

export interface CorpusGuess {
  readonly title: string;
  /** The name to ask for; absent when no parser for it exists yet. */
  readonly name?: string;
}

/** The corpus whose grammar most of the paths follow, if any. */
export function guessCorpus(paths: readonly string[]): CorpusGuess | undefined {
  const grammars = [
    ...corpora.map(({ name, title, parse }) => ({ guess: { name, title }, follows: parse })),
    ...Object.entries(unreadCorpora).map(([title, grammar]) => ({
      guess: { title },
      follows: (path: string) => grammar.test(fileStem(path)),
    })),
  ];
  return grammars.find(({ follows }) => paths.filter((path) => follows(path)).length > paths.length / 2)
    ?.guess;
}
