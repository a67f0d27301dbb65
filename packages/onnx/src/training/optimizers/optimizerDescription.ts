/** Gradient clipping; set at most one of the three. */
export interface GradientClipping {
  /** Bound of the absolute value of each element; above 0. @default none */
  readonly clipValue?: number;
  /** Bound of the Euclidean norm of the gradient of each weight; above 0. @default none */
  readonly clipNorm?: number;
  /** Bound of the Euclidean norm of all gradients together; above 0. @default none */
  readonly globalClipNorm?: number;
}

/** Decoupled weight decay. */
export interface WeightDecay {
  /** Share of each weight, times the learning rate, that is subtracted before each step; at least 0. @default 0 */
  readonly weightDecay?: number;
}

/** Gradient descent. */
export interface SgdDescription extends GradientClipping, WeightDecay {
  readonly name: 'sgd';
  /** Share of the last move that is kept, from 0 to below 1. @default 0 */
  readonly momentum?: number;
  /** Whether to use Nesterov momentum. @default false */
  readonly nesterov?: boolean;
}

/** Adam. */
export interface AdamDescription extends GradientClipping {
  readonly name: 'adam';
  /** Decay of the mean of the gradients, from 0 to below 1. @default 0.9 */
  readonly beta1?: number;
  /** Decay of the mean of their squares, from 0 to below 1. @default 0.999 */
  readonly beta2?: number;
  /** Added to the square root, to avoid division by 0; above 0. @default 1e-7 */
  readonly epsilon?: number;
}

/** Adam with decoupled weight decay. */
export interface AdamWDescription extends Omit<AdamDescription, 'name'> {
  readonly name: 'adamW';
  /** Share of each weight, times the learning rate, that is subtracted before each step; at least 0. @default 0.004 */
  readonly weightDecay?: number;
}

/** RMSprop. */
export interface RmspropDescription extends GradientClipping, WeightDecay {
  readonly name: 'rmsprop';
  /** Decay of the mean of the squared gradients, from 0 to below 1. @default 0.9 */
  readonly rho?: number;
  /** Share of the last move that is kept, from 0 to below 1. @default 0 */
  readonly momentum?: number;
  /** Added under the square root; above 0. @default 1e-7 */
  readonly epsilon?: number;
  /** Whether to divide by the deviation around the mean gradient instead of the root mean square. @default false */
  readonly centered?: boolean;
}

/** An optimizer and its settings. Defaults are those of Keras. */
export type OptimizerDescription = SgdDescription | AdamDescription | AdamWDescription | RmspropDescription;
