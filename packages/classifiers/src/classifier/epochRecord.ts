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

/**
 * The measurements of one epoch. A class without examples or answers counts 0 in `precision`, `recall` and `f1`.
 *
 * Training measurements are taken batch by batch with the weights at that moment, dropout and smoothed or mixed targets
 * included, as in Keras; a mixed example counts as one of the class with the larger share.
 */
export interface EpochRecord extends EpochScores {
  /** Counted from 1. */
  readonly epoch: number;
  /** Mean training loss over the epoch, in nats: weighted cross-entropy plus the penalties of the layers. */
  readonly loss: number;
  /** Learning rate of the last step of the epoch; 0 for a classifier without epochs. */
  readonly learningRate: number;
  /** Mean cross-entropy of the validation examples after the epoch plus penalties, in nats; all classes weigh the same. */
  readonly validationLoss?: number;
  /** Share of validation examples predicted correctly after the epoch, 0 to 1. */
  readonly validationAccuracy?: number;
  readonly validationPrecision?: number;
  readonly validationRecall?: number;
  readonly validationF1?: number;
  readonly validationUar?: number;
}
