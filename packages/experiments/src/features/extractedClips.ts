import type { Utterance } from '@ser/datasets';
import type { Features } from '@ser/dsp';
import type { SkippedClip } from '../progress/skippedClip.js';

/** The features of all usable clips in one array. */
export interface ExtractedClips {
  /** The usable clips, in the listing's order. */
  readonly utterances: readonly Utterance[];
  /** Row-major `[utterances.length, nFrames, nFeatures]`: the frames of each clip after those of the one before. */
  readonly data: Float32Array;
  /** Frames per clip; `undefined` if clips differ. */
  readonly nFrames: number | undefined;
  /** Index of the first frame of each clip in `data`, followed by the total number of frames; only if clips differ. */
  readonly starts?: Uint32Array;
  readonly nFeatures: number;
  /** Names of the features, `[nFeatures]`. */
  readonly names: readonly string[];
  /** The clips that were left out because they are unreadable or silent. */
  readonly skipped: readonly SkippedClip[];
}

/** The features of one clip, as a view. */
export function featuresOf(clips: Omit<ExtractedClips, 'utterances' | 'skipped'>, row: number): Features {
  const { data, nFeatures, names } = clips;
  const start = startOf(clips, row);
  const end = startOf(clips, row + 1);
  return {
    data: data.subarray(start * nFeatures, end * nFeatures),
    nFrames: end - start,
    nFeatures,
    names,
  };
}

function startOf({ starts, nFrames = 0 }: Pick<ExtractedClips, 'starts' | 'nFrames'>, row: number): number {
  return starts ? starts[row]! : row * nFrames;
}
