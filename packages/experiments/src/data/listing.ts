import { join } from 'node:path';
import type { Utterance } from '@ser/datasets';
import type { CorpusCard } from '@ser/datasets/node';

/** The clips an experiment is about, before any of them is read. */
export interface Listing {
  readonly corpora: readonly ListedCorpus[];
  readonly utterances: readonly Utterance[];
}

/** A corpus on this machine: where it lies, what it is called, under which licence, whether it is synthetic. */
export interface ListedCorpus extends CorpusCard {
  readonly name: string;
  readonly folder: string;
}

/** Where a listed clip lies on this machine. */
export function fileOf({ corpora }: Listing, { corpus, path }: Utterance): string {
  return join(corpora.find(({ name }) => name === corpus)!.folder, path);
}
