/** A clip of a test speaker: heard, or scored. */
export interface HeardClip {
  readonly id: string;
  /** Index of its class among those to choose between. */
  readonly actual: number;
  /** Log-probabilities of these classes, `[nClasses]`. */
  readonly scores: Float64Array;
}

/** The test speakers of a corpus. */
export interface TestedCorpus {
  readonly corpus: string;
  /** Classes to choose between. */
  readonly nClasses: number;
  readonly speakers: ReadonlyMap<string, readonly HeardClip[]>;
}
