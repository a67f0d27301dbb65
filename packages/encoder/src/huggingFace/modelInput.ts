import type { AudioClip } from '@ser/dsp';
import type { Window } from '../windows/planWindows.js';

/** The part of a clip that a graph takes at once. */
export interface InputWindow extends Window {
  /** Shape `[nSamples]`, or `[nMels, nFrames]`. */
  readonly data: Float32Array;
  /** Without that of the batch. */
  readonly dims: readonly number[];
  /** Positions of the output. */
  readonly nPositions: number;
}

/** A clip as input of a graph. */
export interface PreparedClip {
  /** Positions of the whole clip, without those of padding. */
  readonly nPositions: number;
  readonly windows: readonly InputWindow[];
}

/** Prepares clips as the feature extractor of a model does. */
export interface ModelInput {
  /** Name of the input in the graph. */
  readonly name: string;
  /** Samples from one position to the next. */
  readonly hop: number;
  /** Fewest samples of a clip. */
  readonly minLength: number;
  /** @param samples of 16,000 Hz, at least `minLength` */
  prepare(samples: AudioClip['samples']): PreparedClip;
}
