import { isAbsolute, join } from 'node:path';
import type { Utterance } from '@ser/datasets';
import type { CorpusCard } from '@ser/datasets/node';

/** The clips of an experiment, before any of them is read. */
export interface Listing {
  readonly corpora: readonly ListedCorpus[];
  readonly utterances: readonly Utterance[];
  /** Every label of the recordings, also of those that are left out. @default those of the utterances */
  readonly foundLabels?: readonly string[];
}

/** A corpus on this machine: its folder, title, license, and whether it is synthetic. */
export interface ListedCorpus extends CorpusCard {
  readonly name: string;
  readonly folder: string;
}

/** The file of a listed clip on this machine. */
export function fileOf({ corpora }: Listing, { corpus, path }: Utterance): string {
  return isAbsolute(path) ? path : join(corpora.find(({ name }) => name === corpus)!.folder, path);
}
