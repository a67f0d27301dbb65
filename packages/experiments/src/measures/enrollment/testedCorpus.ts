/** A clip of a test speaker, used for enrollment or for testing. */
export interface SpeakerClip {
  readonly id: string;
  /** Index of its class among the classes to choose from. */
  readonly actual: number;
  /** Log-probabilities of these classes, `[nClasses]`. */
  readonly scores: Float64Array;
}

/** The test speakers of a corpus. */
export interface TestedCorpus {
  readonly corpus: string;
  /** Number of classes to choose from. */
  readonly nClasses: number;
  readonly speakers: ReadonlyMap<string, readonly SpeakerClip[]>;
}
