/** One labeled recording: who speaks, with which emotion, and what. */
export interface Utterance {
  /** `corpus/name`, unique. */
  readonly id: string;
  /** Path of the file: relative to the corpus folder from `scanCorpus`, absolute from `readManifest`. */
  readonly path: string;
  /** Name of the corpus: as in `findCorpus`, or the file name of a table without its extension. */
  readonly corpus: string;
  /** Name of the speaker within the corpus; two corpora may use the same name. Undefined if unknown. */
  readonly speaker?: string;
  readonly sex?: Sex;
  /** The label. For known corpora, one of the {@link emotions}; for your own recordings, any word. */
  readonly emotion: string;
  /** How strongly the emotion is acted, in the corpus's own words. */
  readonly intensity?: string;
  /** What is said, or the corpus's number for it. Utterances of one corpus with equal `text` contain the same words. */
  readonly text?: string;
  /** Which repetition of the same speaker, emotion, and text this is. */
  readonly take?: string;
  /** ISO 639-1 code of the spoken language. Undefined if unknown. */
  readonly language?: string;
  /** Shared by identical recordings with different names: the `id` of the first of them. */
  readonly recording: string;
  /** Start of the utterance in its file, in seconds, at least 0. Undefined: the beginning. */
  readonly start?: number;
  /** End of the utterance in its file, in seconds, after `start`. Undefined: the end of the file. */
  readonly end?: number;
  /** The side or fold that a table assigns it to, as written there; see `{ kind: 'table' }` of `makeSplit`. */
  readonly split?: string;
  /** How much the utterance counts in training, above 0. Undefined: 1. */
  readonly weight?: number;
  /** Votes of raters for each label, or the probability of each, at least 0: `{ angry: 7, sad: 1 }`. Undefined: none. */
  readonly votes?: Votes;
  /** Values of the emotion, such as arousal, valence, and dominance, in the unit of the corpus. Undefined: none. */
  readonly dimensions?: Readonly<Record<string, number>>;
  /** Recordings that belong together, such as the folder of a file. Splits use it if speakers are unknown. */
  readonly group?: string;
  /** The other columns of a table, by their header; only from `readManifest`. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** How many raters chose each label, or how probable it is. */
export type Votes = Readonly<Record<string, number>>;

/** The sex of a speaker, as the corpus states it. */
export type Sex = 'female' | 'male';

/** The emotion words that all known corpora share, so that their labels can be compared. */
export const emotions = [
  'angry',
  'boredom',
  'calm',
  'disgust',
  'fear',
  'happy',
  'neutral',
  'sad',
  'surprise',
] as const;

/** One of the {@link emotions}. */
export type Emotion = (typeof emotions)[number];

/**
 * Identifies a speaker across corpora: `ravdess/01`. Utterances without a speaker share the key `corpus/?`.
 *
 * @example
 * const nSpeakers = new Set(utterances.map(speakerKey)).size;
 */
export function speakerKey({ corpus, speaker = '?' }: Utterance): string {
  return `${corpus}/${speaker}`;
}
