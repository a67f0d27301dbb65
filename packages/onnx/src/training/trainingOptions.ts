import type { LossName } from './losses.js';
import type { OptimizerDescription } from './optimizers/optimizerDescription.js';
import type { Metric } from './trainingGraph.js';

/** Options of `toTrainingGraph`. */
export interface TrainingGraphOptions {
  /**
   * `categoricalCrossentropy` (one-hot or soft targets) and `sparseCategoricalCrossentropy` (class indices) need a
   * final softmax, `binaryCrossentropy` a final sigmoid; `meanSquaredError` takes any output.
   */
  readonly loss: LossName;
  /** Moves the targets of a cross-entropy towards the uniform distribution by this share; at least 0, below 1. @default 0 */
  readonly labelSmoothing?: number;
  /** How the weights move. The learning rate is an input of the graph, so that it may follow a schedule. */
  readonly optimizer: OptimizerDescription;
  /** Whether each example's loss is multiplied by a weight, fed with each step. @default false */
  readonly sampleWeights?: boolean;
  /** What to measure beside the loss; `accuracy` is for the cross-entropies. @default [] */
  readonly metrics?: readonly Metric[];
}
