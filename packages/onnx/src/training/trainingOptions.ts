import type { LossName } from './losses.js';
import type { OptimizerDescription } from './optimizers/optimizerDescription.js';
import type { Metric } from './trainingGraph.js';

/** Options of {@link toTrainingGraph}. */
export interface TrainingGraphOptions {
  /**
   * `categoricalCrossentropy` (one-hot or soft targets) and `sparseCategoricalCrossentropy` (class indices) need a
   * final softmax, `binaryCrossentropy` needs a final sigmoid, and `meanSquaredError` accepts any output.
   */
  readonly loss: LossName;
  /** Moves the targets of a cross-entropy toward the uniform distribution by this share, from 0 to below 1. @default 0 */
  readonly labelSmoothing?: number;
  /** The optimizer. The learning rate is an input of the graph, so it can follow a schedule. */
  readonly optimizer: OptimizerDescription;
  /** Whether the loss of each example is multiplied by a weight, which becomes an input of the graph. @default false */
  readonly sampleWeights?: boolean;
  /** What to measure in addition to the loss; `accuracy` works with the cross-entropies only. @default [] */
  readonly metrics?: readonly Metric[];
}
