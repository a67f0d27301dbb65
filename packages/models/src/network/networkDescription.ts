/** A block of a 1-D convolutional network: convolution, ReLU, batch normalisation, max-pooling, dropout. */
export interface ConvolutionBlock {
  /** Number of filters, at least 1. */
  readonly filters: number;
  /** Frames that a filter sees, at least 1; the edges are zero-padded so that the length stays ('same'). */
  readonly kernelSize: number;
  /**
   * Frames that max-pooling makes one; 1 leaves pooling out. Frames left over at the end are dropped ('valid').
   *
   * @default 2
   */
  readonly poolSize?: number;
  /**
   * Whether batch normalisation follows the ReLU.
   *
   * @default false
   */
  readonly batchNormalization?: boolean;
  /**
   * Share of the values dropped in training after pooling, in [0, 1).
   *
   * @default 0
   */
  readonly dropout?: number;
}

/** A 1-D convolutional network over frames of features, as JSON. */
export interface Cnn1dDescription {
  readonly kind: 'cnn1d';
  /** Blocks in order, at least one. */
  readonly convolutions: readonly ConvolutionBlock[];
  /**
   * How much of their old value the moving mean and variance of batch normalisation keep at each step, in
   * [0, 1). Prediction uses them, and at 0.99 they need about a thousand steps to be right: with small corpora
   * choose 0.9.
   *
   * @default 0.99, as Keras
   */
  readonly batchNormalizationMomentum?: number;
  /**
   * How frames become one vector: `'flatten'` keeps their order, `'average'` is their mean.
   *
   * @default 'flatten'
   */
  readonly pooling?: 'flatten' | 'average';
  /**
   * Units of each dense layer (ReLU) before the softmax.
   *
   * @default []
   */
  readonly dense?: readonly number[];
  /**
   * Share of the values dropped in training after each dense layer, in [0, 1).
   *
   * @default 0
   */
  readonly dropout?: number;
}

/** Any network that `buildNetwork` builds; told apart by `kind`. */
export type NetworkDescription = Cnn1dDescription;

/** The kinds of network of this version. */
export const networkKinds = ['cnn1d'] as const satisfies readonly NetworkDescription['kind'][];

/** What the data fixes of a network, and the seed of its weights. */
export interface NetworkShape {
  /** Shape of one example: `[nFrames, nFeatures]`. */
  readonly inputShape: readonly number[];
  /** Number of classes, at least 2. */
  readonly nClasses: number;
  /** Seed of the initial weights, a 32-bit integer. */
  readonly seed: number;
}
