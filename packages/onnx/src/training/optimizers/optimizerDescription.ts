/** Gradient clipping; at most one of the three. */
export interface GradientClipping {
  /** Bound of each element's absolute value; above 0. @default none */
  readonly clipValue?: number;
  /** Bound of the Euclidean norm of each weight's gradient; above 0. @default none */
  readonly clipNorm?: number;
  /** Bound of the Euclidean norm of all gradients together; above 0. @default none */
  readonly globalClipNorm?: number;
}

/** Decay of the weights, apart from the gradients. */
export interface WeightDecay {
  /** Share of each weight, times the learning rate, taken off before each step; at least 0. @default 0 */
  readonly weightDecay?: number;
}

export interface SgdDescription extends GradientClipping, WeightDecay {
  readonly name: 'sgd';
  /** Share of the last move that is kept; at least 0, below 1. @default 0 */
  readonly momentum?: number;
  /** Whether the gradient's move is looked ahead along the momentum. @default false */
  readonly nesterov?: boolean;
}

export interface AdamDescription extends GradientClipping {
  readonly name: 'adam';
  /** Decay of the mean of the gradients; at least 0, below 1. @default 0.9 */
  readonly beta1?: number;
  /** Decay of the mean of their squares; at least 0, below 1. @default 0.999 */
  readonly beta2?: number;
  /** Added to the square root, against division by 0; above 0. @default 1e-7 */
  readonly epsilon?: number;
}

export interface AdamWDescription extends Omit<AdamDescription, 'name'> {
  readonly name: 'adamW';
  /** Share of each weight, times the learning rate, taken off before each step; at least 0. @default 0.004 */
  readonly weightDecay?: number;
}

export interface RmspropDescription extends GradientClipping, WeightDecay {
  readonly name: 'rmsprop';
  /** Decay of the mean of the squared gradients; at least 0, below 1. @default 0.9 */
  readonly rho?: number;
  /** Share of the last move that is kept; at least 0, below 1. @default 0 */
  readonly momentum?: number;
  /** Added under the square root; above 0. @default 1e-7 */
  readonly epsilon?: number;
  /** Whether the gradients' own mean is taken off their squares' mean. @default false */
  readonly centered?: boolean;
}

export type OptimizerDescription = SgdDescription | AdamDescription | AdamWDescription | RmspropDescription;
