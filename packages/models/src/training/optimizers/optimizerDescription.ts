/** The optimizers in this version. */
export const optimizerNames = ['adam', 'adamW', 'sgd', 'rmsprop'] as const;

export type OptimizerName = (typeof optimizerNames)[number];

/** An optimizer as JSON. Arithmetic and defaults are those of Keras. */
export interface OptimizerDescription {
  readonly name: OptimizerName;
  /**
   * Learning rate, above 0; a schedule starts from it.
   *
   * @default 0.01 for sgd, 0.001 for the others
   */
  readonly learningRate?: number;
  /**
   * Share of the last update that is kept, in [0, 1); for sgd and rmsprop.
   *
   * @default 0
   */
  readonly momentum?: number;
  /**
   * Whether to use Nesterov momentum; for sgd.
   *
   * @default false
   */
  readonly nesterov?: boolean;
  /**
   * Share of each weight, times the learning rate, that is subtracted before each step, at least 0. Unlike an L2 penalty,
   * it is decoupled from the gradient.
   *
   * @default 0.004 for adamW, 0 for the others
   */
  readonly weightDecay?: number;
  /**
   * Bound of the Euclidean norm of each weight's gradient, above 0; set at most one of the three clippings.
   *
   * @default none
   */
  readonly clipNorm?: number;
  /**
   * Bound of the absolute value of each element, above 0.
   *
   * @default none
   */
  readonly clipValue?: number;
  /**
   * Bound of the Euclidean norm of all gradients together, above 0.
   *
   * @default none
   */
  readonly globalClipNorm?: number;
}
