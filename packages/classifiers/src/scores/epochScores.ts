/** Scores of predicted classes, each from 0 to 1. */
export interface EpochScores {
  /** Share of examples predicted correctly. */
  readonly accuracy: number;
  /** Of the examples predicted as a class, the share that belong to it: the mean over all classes. */
  readonly precision: number;
  /** Of the examples of a class, the share predicted correctly: the mean over all classes. */
  readonly recall: number;
  /** Harmonic mean of precision and recall of a class: the mean over all classes. */
  readonly f1: number;
  /** Unweighted average recall: like `recall`, over the classes with examples only. */
  readonly uar: number;
}
