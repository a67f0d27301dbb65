import { fileStem, isAudioFile } from '../audioFileName.js';
import type { Utterance } from '../utterance.js';

/** How a corpus is had from its authors, and how it lies on disk then. */
export interface CorpusAccess {
  /** Whether anyone may download it, or must ask its authors first. */
  readonly terms: 'open' | 'on-request';
  /** What to do, one sentence a step. */
  readonly steps: readonly string[];
  /** Paths of some files as published, seen from the corpus folder. */
  readonly layout: readonly string[];
}

/** What is known about a corpus before its folder is opened, and how its file names are read. */
export interface CorpusDefinition {
  /** The word users type: lower case, `-` between words. */
  readonly name: string;
  readonly title: string;
  /** Where its authors publish it. */
  readonly url: string;
  readonly licence: string;
  /** ISO 639-1 code of the language, for utterances that do not say another. */
  readonly language: string;
  /** The emotions it holds, in canonical words and in the corpus's own order. */
  readonly labels: readonly string[];
  /** Clips of the complete corpus. */
  readonly expectedClips: number;
  /** How many of them each label has. Left out where that is not known. */
  readonly expectedLabels?: Readonly<Record<string, number>>;
  /** Speakers of the complete corpus. */
  readonly expectedSpeakers: number;
  /** Channels of its files; a file with another number is irregular. Left out where the corpus mixes them. */
  readonly nChannels?: number;
  /** How a user comes by the recordings. */
  readonly access?: CorpusAccess;
  /** Names of files known to hold the same recording, the first of each group lending the others its id. */
  readonly twins?: readonly (readonly string[])[];
  /** Reads the labels from the file's path; `undefined` when the name does not follow the grammar. */
  parse(path: string): Utterance | undefined;
  /** What is odd about the name: why it is refused, or what was corrected in reading it. */
  irregularity?(path: string): string | undefined;
  /** Paths of all files of the complete corpus as published, to tell which are missing. */
  expectedFiles?(): readonly string[];
}

/** What a file's path says, in canonical words. */
export interface NameLabels extends Pick<
  Utterance,
  'speaker' | 'sex' | 'emotion' | 'intensity' | 'text' | 'take'
> {
  /**
   * Unique name within the corpus, where the file's own name is misspelt or not unique.
   *
   * @default the file's name without its extension
   */
  readonly name?: string;
  /** @default the corpus's language */
  readonly language?: string;
}

/** A definition as a corpus's file writes it: `parseName` instead of `parse`. */
export interface CorpusSource extends Omit<CorpusDefinition, 'parse'> {
  /** The labels in the path; `undefined` when the name does not follow the grammar. */
  parseName(path: string): NameLabels | undefined;
}

/** Adds to a corpus's grammar what is the same in every corpus: ids, twins, language. */
export function defineCorpus({ parseName, ...facts }: CorpusSource): CorpusDefinition {
  const twinOf = new Map((facts.twins ?? []).flatMap((group) => group.map((name) => [name, group[0]!])));

  function parse(path: string): Utterance | undefined {
    const found = isAudioFile(path) ? parseName(path) : undefined;
    if (!found) return undefined;
    const { name = fileStem(path), language = facts.language, ...labels } = found;
    const recording = `${facts.name}/${twinOf.get(name) ?? name}`;
    return { id: `${facts.name}/${name}`, path, corpus: facts.name, ...labels, language, recording };
  }

  return { ...facts, parse };
}
