/** A clip whose label the user gave, as what the model computed from it: never audio. */
export interface TaughtClip {
  /** Names the clip. */
  readonly id: string;
  readonly label: string;
  /** The normalized features of all classifiers that have one row per clip, `[nFeatures]`. */
  readonly row: Float32Array;
  /** The model's own probability of each of its labels. */
  readonly shares: readonly number[];
}

/** What was taught, without the clips. */
export interface TeachSettings {
  /**
   * Whether the model chooses only among the labels that were taught, instead of its own and those.
   *
   * @default false
   */
  readonly onlyTaught?: boolean | undefined;
  /**
   * How strongly the model keeps its own opinion, above 0; see `TeachOptions` of `@ser/classifiers`.
   *
   * @default 0.3
   */
  readonly strength?: number | undefined;
}

/** What a user taught a model. */
export interface TaughtParts extends TeachSettings {
  readonly clips: readonly TaughtClip[];
}
