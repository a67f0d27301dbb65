import type { Cnn1dDescription } from './cnn1dDescription.js';
import type { Cnn2dDescription } from './cnn2dDescription.js';
import type { CnnLstmDescription } from './cnnLstmDescription.js';
import type { DeepCnnDescription } from './deepCnnDescription.js';
import type { DenseDescription } from './denseDescription.js';

/** A network as JSON. */
export type NetworkDescription =
  Cnn1dDescription | Cnn2dDescription | CnnLstmDescription | DeepCnnDescription | DenseDescription;

export type NetworkKind = NetworkDescription['kind'];

/** The kinds of networks in this version. */
export const networkKinds = [
  'cnn1d',
  'cnn2d',
  'cnnLstm',
  'deepCnn',
  'dense',
] as const satisfies readonly NetworkKind[];

/** The shape of the data, and the seed of the weights. */
export interface NetworkShape {
  /** Shape of one example: `[nFrames, nFeatures]`. */
  readonly inputShape: readonly number[];
  /** Number of classes, at least 2. */
  readonly nClasses: number;
  /** Seed of the initial weights, a 32-bit integer. */
  readonly seed: number;
}
