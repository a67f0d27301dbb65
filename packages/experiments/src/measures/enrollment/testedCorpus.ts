import type { ClassProfile } from '@ser/recognizer';

/** A clip of a test speaker, used for enrollment or for testing. */
export interface SpeakerClip {
  readonly id: string;
  /** Index of its class among the classes to choose from. */
  readonly actual: number;
  /** Log-probabilities of these classes, `[nClasses]`. */
  readonly scores: Float64Array;
  /** Probabilities of these classes, up to a factor, `[nClasses]`. */
  readonly probabilities: readonly number[];
}

/** The test speakers of a corpus. */
export interface TestedCorpus {
  readonly corpus: string;
  /** Number of classes to choose from. */
  readonly nClasses: number;
  /** Mean scores of these classes, for each speaker; absent if the mean score is subtracted. */
  readonly profileOf?: ((speaker: string) => ClassProfile) | undefined;
  readonly speakers: ReadonlyMap<string, readonly SpeakerClip[]>;
}
