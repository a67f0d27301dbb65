/** Shares of examples, each from 0 to 1, over examples and their classes. */
export interface ClassScores {
  /** Share of examples recognised. */
  readonly accuracy: number;
  /** Of the examples taken for a class, the share that are of it: the mean over all classes. */
  readonly precision: number;
  /** Of the examples of a class, the share recognised: the mean over all classes. */
  readonly recall: number;
  /** Harmonic mean of precision and recall of a class: the mean over all classes. */
  readonly f1: number;
  /** Unweighted average recall: as `recall`, over those classes only that there are examples of. */
  readonly uar: number;
}

/**
 * What one epoch came to. A class without examples or answers counts 0 in `precision`, `recall` and `f1`.
 *
 * Figures of training are taken batch by batch with the weights of the moment, dropout, smoothed or mixed targets
 * included, as Keras takes them; a mixed example counts as one of its greater part.
 */
export interface EpochRecord extends ClassScores {
  /** Counted from 1. */
  readonly epoch: number;
  /** Mean of what training lowers, over the epoch, in nats: weighted cross-entropy and penalties of the layers. */
  readonly loss: number;
  /** Step size of the epoch's last step. */
  readonly learningRate: number;
  /** Mean cross-entropy of the validation examples after the epoch and penalties, in nats; no class weighs more. */
  readonly validationLoss?: number;
  /** Share of validation examples recognised after the epoch, 0 to 1. */
  readonly validationAccuracy?: number;
  readonly validationPrecision?: number;
  readonly validationRecall?: number;
  readonly validationF1?: number;
  readonly validationUar?: number;
}
