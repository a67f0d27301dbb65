import type { ClassifierFiles, FrameEncoderFiles } from '@ser/classifiers';

/** An input of the graph: the features of one description. */
export interface ExportedInput {
  /** Name in the graph. */
  readonly name: string;
  /** Number of features of a frame. */
  readonly nFeatures: number;
  /** Number of frames of each clip; 1 for features of whole clips. Undefined: any number, for a frame encoder. */
  readonly nFrames: number | undefined;
}

/** Scales features to z-scores; `Normalizer` of `@ser/dsp` has these fields. */
export interface ExportedNormalizer {
  /** By the statistics of the training clips, or of the frames of each clip. */
  readonly kind: 'train' | 'clip';
  /** Of shape `[nFeatures]`; empty for 'clip'. */
  readonly mean: ArrayLike<number>;
  readonly scale: ArrayLike<number>;
  /** Limit of z-scores. @default none */
  readonly clip?: number | undefined;
}

/** A classifier and the steps before it. */
export interface ExportedMember {
  /** Unique. */
  readonly name: string;
  /** Weight of its probabilities, above 0. */
  readonly weight: number;
  /** Name of the input that it reads. */
  readonly input: string;
  readonly normalizer: ExportedNormalizer;
  /** The saved encoder of frames, if there is one. */
  readonly encoder?: FrameEncoderFiles | undefined;
  /** The saved classifier. */
  readonly classifier: ClassifierFiles;
}

/** The steps from features to probabilities. */
export interface ExportedRecognizer {
  readonly inputs: readonly ExportedInput[];
  readonly members: readonly ExportedMember[];
  /** Columns of the probabilities to keep, which are divided by their sum. @default all */
  readonly columns?: readonly number[] | undefined;
  /** Entries of the file's metadata. @default none */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}
