/** The optimizers of this version. */
export const optimizerNames = ['adam', 'adamW', 'sgd', 'rmsprop'] as const;

export type OptimizerName = (typeof optimizerNames)[number];

/** Which rule turns gradients into new weights, as JSON. Arithmetic and defaults are Keras's. */
export interface OptimizerDescription {
  readonly name: OptimizerName;
  /**
   * Step size, > 0; where a learning-rate schedule begins.
   *
   * @default 0.01 for sgd, 0.001 for the others
   */
  readonly learningRate?: number;
  /**
   * Share of the last move that is kept, in [0, 1); for sgd and rmsprop.
   *
   * @default 0
   */
  readonly momentum?: number;
  /**
   * Whether the move looks ahead along the momentum; for sgd.
   *
   * @default false
   */
  readonly nesterov?: boolean;
  /**
   * Share of every weight, times the step size, that is taken off before each step, >= 0: decoupled from the gradient,
   * unlike an L2 penalty.
   *
   * @default 0.004 for adamW, 0 for the others
   */
  readonly weightDecay?: number;
  /**
   * Bound of the Euclidean norm of each weight's gradient, > 0; at most one of the three clippings is given.
   *
   * @default none
   */
  readonly clipNorm?: number;
  /**
   * Bound of each element's absolute value, > 0.
   *
   * @default none
   */
  readonly clipValue?: number;
  /**
   * Bound of the Euclidean norm of all gradients together, > 0.
   *
   * @default none
   */
  readonly globalClipNorm?: number;
}
