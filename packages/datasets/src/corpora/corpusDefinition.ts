import { fileStem, isAudioFile } from '../files/audioFileName.js';
import type { Sex, Utterance } from '../utterance.js';

/** How to get a corpus, and its folder layout. */
export interface CorpusAccess {
  /** Whether anyone may download it, or you must ask its authors first. */
  readonly terms: 'open' | 'on-request';
  /** What to do, one sentence per step. */
  readonly steps: readonly string[];
  /** Paths of some files as published, relative to the corpus folder. */
  readonly layout: readonly string[];
}

/** A speaker of a corpus. */
export interface CorpusSpeaker {
  /** As the corpus names the speaker. */
  readonly name: string;
  readonly sex: Sex;
}

/** A publication about a corpus. */
export interface CorpusPublication {
  /** Family names, as in a citation: `Burkhardt et al.` */
  readonly authors: string;
  readonly year: number;
  /** A DOI link where there is one. */
  readonly url: string;
}

/** What is known about a corpus, and how to read its file names. */
export interface CorpusDefinition {
  /** The name that users type: lower case, `-` between words. */
  readonly name: string;
  readonly title: string;
  /** Where its authors publish it. */
  readonly url: string;
  /** The publication to cite, if there is one. */
  readonly publication?: CorpusPublication;
  readonly license: string;
  /** ISO 639-1 code of the language, for utterances that do not have their own. */
  readonly language: string;
  /** The emotions it contains, as words of `emotions` where there is one, and in the corpus's own order. */
  readonly labels: readonly string[];
  /** Number of clips of the complete corpus. */
  readonly expectedClips: number;
  /** Number of clips per label, if known. */
  readonly expectedLabels?: Readonly<Record<string, number>>;
  /** Number of speakers of the complete corpus, if known. */
  readonly expectedSpeakers?: number;
  /** Its speakers in the corpus's own order, if known. */
  readonly speakers?: readonly CorpusSpeaker[];
  /** Number of channels of its files; files with another number are reported. Not set if the corpus mixes them. */
  readonly nChannels?: number;
  /** How to get the recordings. */
  readonly access?: CorpusAccess;
  /** Groups of names of files known to be the same recording; the first of each group gives the recording its id. */
  readonly identicalFiles?: readonly (readonly string[])[];
  /**
   * Whether its file names, which contain the labels, identify the corpus.
   *
   * @default true
   */
  readonly hasOwnNames?: boolean;
  /** The files with its labels, if those are not in the file names; `annotateCorpus` reads them. */
  readonly annotations?: CorpusAnnotations;
  /**
   * Reads the labels from the path of a file; `undefined` if the name does not follow the naming scheme, or if the labels
   * are in `annotations`.
   */
  readonly parse: (path: string) => Utterance | undefined;
  /** What is irregular about a name: why it is excluded, or what was corrected; `undefined` if nothing is. */
  readonly irregularity?: (path: string) => string | undefined;
  /** Paths of all files of the complete corpus as published, to find missing ones. */
  readonly expectedFiles?: () => readonly string[];
}

/** What the path of a file says. */
export interface NameLabels extends Pick<
  Utterance,
  'speaker' | 'sex' | 'emotion' | 'intensity' | 'text' | 'take' | 'split' | 'votes' | 'dimensions'
> {
  /**
   * Unique name within the corpus, for file names that are misspelled or not unique.
   *
   * @default the file name without its extension
   */
  readonly name?: string;
  /** @default the corpus's language */
  readonly language?: string;
}

/** A text file of a corpus. */
export interface AnnotationFile {
  /** Relative to the corpus folder. */
  readonly path: string;
  readonly text: string;
}

/** The labels of a corpus that are in files beside its recordings. */
export interface CorpusAnnotations {
  /** Where those files are in the published corpus, for messages. */
  readonly where: string;
  /** Whether the path is that of a file with labels or transcripts. */
  readonly isAnnotation: (path: string) => boolean;
  /** Whether the name is that of a clip of this corpus, to recognize it without the files. */
  readonly isClip: (path: string) => boolean;
  /** Whether the published corpus has this recording, but not as a clip; it is skipped. */
  readonly isOther?: (path: string) => boolean;
  /** Reads the files, in the order of their paths. */
  readonly read: (files: readonly AnnotationFile[]) => Pick<CorpusSource, 'parseName' | 'irregularity'>;
}

/** Input of `defineCorpus`: a definition with `parseName` instead of `parse`. */
export interface CorpusSource extends Omit<CorpusDefinition, 'parse'> {
  /** Reads the labels from the path of a file; `undefined` if the name does not follow the naming scheme. */
  readonly parseName: (path: string) => NameLabels | undefined;
}

/** Input of `defineCorpus` for a corpus whose labels are in files beside its recordings. */
export interface AnnotatedCorpusSource extends Omit<CorpusDefinition, 'parse' | 'irregularity'> {
  readonly annotations: CorpusAnnotations;
}

/**
 * Defines a corpus whose labels are in its file names, or in `annotations`. Adds what all corpora share: ids, identical files, the language.
 *
 * @example
 * const mine = defineCorpus({
 *   name: 'mine',
 *   title: 'My recordings',
 *   url: 'https://example.org',
 *   license: 'CC BY 4.0',
 *   language: 'en',
 *   labels: ['happy', 'sad'],
 *   expectedClips: 40,
 *   expectedSpeakers: 4,
 *   parseName(path) {
 *     const [, speaker, emotion] = /(\w+)_(happy|sad)_\d+\.wav$/.exec(path) ?? [];
 *     return speaker && emotion ? { speaker, emotion } : undefined;
 *   },
 * });
 * const { utterances } = parseFiles(mine, ['ann_happy_1.wav']);
 */
export function defineCorpus(source: CorpusSource | AnnotatedCorpusSource): CorpusDefinition {
  if (!('parseName' in source)) return { ...source, parse: () => undefined };
  const { parseName, ...facts } = source;
  const groups = facts.identicalFiles ?? [];
  const firstOf = new Map(groups.flatMap((group) => group.map((name) => [name, group[0]!])));

  function parse(path: string): Utterance | undefined {
    const found = isAudioFile(path) ? parseName(path) : undefined;
    if (!found) return undefined;
    const { name = fileStem(path), language = facts.language, ...labels } = found;
    const recording = `${facts.name}/${firstOf.get(name) ?? name}`;
    return { id: `${facts.name}/${name}`, path, corpus: facts.name, ...labels, language, recording };
  }

  return { ...facts, parse };
}

/**
 * The corpus with the labels of its annotation files, for `parseFiles`. `scanCorpus` does this for a folder.
 *
 * @param files the texts of the files that `corpus.annotations.isAnnotation` accepts
 *
 * @example
 * const meld = annotateCorpus(findCorpus('meld'), [{ path: 'train_sent_emo.csv', text }]);
 * const { utterances } = parseFiles(meld, ['train/train_splits/dia0_utt0.mp4']);
 */
export function annotateCorpus(corpus: CorpusDefinition, files: readonly AnnotationFile[]): CorpusDefinition {
  if (corpus.annotations === undefined) return corpus;
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { ...corpus, ...defineCorpus({ ...corpus, ...corpus.annotations.read(sorted) }) };
}
