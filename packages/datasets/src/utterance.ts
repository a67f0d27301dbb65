/** One recording with all that its corpus says about it: who speaks, how, and what. */
export interface Utterance {
  /** `corpus/name`, unique: the name is the file's, without folder and extension. */
  readonly id: string;
  /** Where the file lies, seen from the corpus folder, with `/` between folders. */
  readonly path: string;
  /** Name of the corpus, as in `findCorpus`. */
  readonly corpus: string;
  /** The speaker's name within the corpus; two corpora may use the same one. */
  readonly speaker: string;
  readonly sex?: Sex;
  /** One of the {@link emotions}, whatever word the corpus uses. */
  readonly emotion: string;
  /** How strongly it is acted, in the corpus's own steps. */
  readonly intensity?: string;
  /** What is said, or the corpus's number for it; utterances of a corpus with equal `text` say the same words. */
  readonly text?: string;
  /** Which repetition of the same speaker, emotion and text this is. */
  readonly take?: string;
  /** ISO 639-1 code of the language spoken. */
  readonly language: string;
  /** Shared by identical recordings under different names; the `id` of the first of them. */
  readonly recording: string;
}

export type Sex = 'female' | 'male';

/** The words for emotions that all corpora share, so that their labels can be compared. */
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

export type Emotion = (typeof emotions)[number];

/** Tells speakers of different corpora apart: `ravdess/01`. */
export function speakerKey(utterance: Utterance): string {
  return `${utterance.corpus}/${utterance.speaker}`;
}
