import { fileStem } from '../audioFileName.js';
import { corpora } from './corpora.js';

/** Corpora that can be told by their names but not read yet: better named in an error than left to guess. */
const unreadCorpora: Readonly<Record<string, RegExp>> = {
  'CREMA-D': /^1\d{3}_[A-Z]{3}_(ANG|DIS|FEA|HAP|NEU|SAD)_(LO|MD|HI|XX?)$/,
  TESS: /^(OAF|YAF|OA)_[A-Za-z]+_(angry|disgust|fear|happy|neutral|ps|sad)$/,
  SAVEE: /^((DC|JE|JK|KL)_)?(sa|su|[adfhn])\d{2}$/,
  EmoDB: /^(03|08|09|1[0-6])[ab]\d{2}[WLEAFTN][a-f]$/,
  EMOVO: /^(neu|dis|gio|pau|rab|sor|tri)-[fm][123]-[bdln]\d$/,
  nEMO: /^[A-Z]{2}\d_(anger|fear|happiness|neutral|sadness|surprised)_\d+$/,
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
