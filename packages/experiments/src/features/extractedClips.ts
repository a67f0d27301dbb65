import type { Utterance } from '@ser/datasets';
import type { Features } from '@ser/dsp';
import type { SkippedClip } from '../progress/skippedClip.js';
import type { StoredValues } from './featureFile.js';

/** The features of all usable clips in one array, or in a file. */
export interface ExtractedClips {
  /** The usable clips, in the listing's order. */
  readonly utterances: readonly Utterance[];
  /** Row-major `[utterances.length, nFrames, nFeatures]`: the frames of each clip after those of the one before. */
  readonly data: Float32Array;
  /** The values of `data` in a file, if they are too large for memory; `data` is then empty. */
  readonly stored?: StoredValues | undefined;
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

/** The features of one clip: a view, or read from a file. */
export function featuresOf(clips: Omit<ExtractedClips, 'utterances' | 'skipped'>, row: number): Features {
  const { nFeatures, names } = clips;
  const start = startOf(clips, row);
  const end = startOf(clips, row + 1);
  return {
    data: valuesOf(clips).subarray(start * nFeatures, end * nFeatures),
    nFrames: end - start,
    nFeatures,
    names,
  };
}

/** The features of some clips, one after the other; each of them is made or read when its turn comes. */
export function featuresOfRows(
  clips: Omit<ExtractedClips, 'utterances' | 'skipped'>,
  rows: readonly number[],
): Iterable<Features> {
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield featuresOf(clips, row);
    },
  };
}

/** The values of all clips, in memory or in a file. */
export function valuesOf({ data, stored }: Pick<ExtractedClips, 'data' | 'stored'>): StoredValues {
  return stored ?? data;
}

function startOf({ starts, nFrames = 0 }: Pick<ExtractedClips, 'starts' | 'nFrames'>, row: number): number {
  return starts ? starts[row]! : row * nFrames;
}
