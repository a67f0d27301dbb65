import { fileStem } from '../files/audioFileName.js';
import type { CorpusSource, NameLabels } from './corpusDefinition.js';

/** The naming scheme of a corpus whose labels are the groups of one regular expression. */
export interface NamePattern {
  /** Matches the file name without its extension; its named groups go to `read`. */
  readonly pattern: RegExp;
  /** A file name, for messages. */
  readonly example: string;
  /** The labels of the groups; `undefined` if a group has a value that the corpus does not have. */
  readonly read: (groups: Readonly<Record<string, string>>, path: string) => NameLabels | undefined;
}

/** The parser of a naming scheme, and why a name does not follow it. */
export function namePattern({
  pattern,
  example,
  read,
}: NamePattern): Pick<CorpusSource, 'parseName' | 'irregularity'> {
  const parseName = (path: string): NameLabels | undefined => {
    const groups = pattern.exec(fileStem(path))?.groups;
    return groups && read(groups, path);
  };
  const irregularity = (path: string): string | undefined =>
    parseName(path) ? undefined : `its name does not follow the naming scheme, as in \`${example}\``;
  return { parseName, irregularity };
}
