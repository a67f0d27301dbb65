import type { Utterance } from '@ser/datasets';
import { FeatureExtractor } from '@ser/dsp';
import type { FeatureDescription, Features } from '@ser/dsp';
import type { Listing } from '../data/listing.js';
import { refuseTooManySkipped } from '../data/skipClips.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import { clipJob, isFeatures } from './clipJob.js';
import { FeatureBlocks } from './featureBlocks.js';
import { workClips } from './workClips.js';
import type { WorkOptions } from './workClips.js';

/** The features of all usable clips, in one block of memory. */
export interface ExtractedClips {
  /** The usable clips, in the listing's order. */
  readonly utterances: readonly Utterance[];
  /** Row-major `[utterances.length, nFrames, nFeatures]`: the frames of each clip after those of the one before. */
  readonly data: Float32Array;
  /** Of every clip; `undefined` where clips differ. */
  readonly nFrames: number | undefined;
  /** The first frame of each clip in `data`, and last how many there are in all; only where clips differ. */
  readonly starts?: Uint32Array;
  readonly nFeatures: number;
  /** Of the features, `[nFeatures]`. */
  readonly names: readonly string[];
  /** The clips left out because they cannot be read or hold no sound. */
  readonly skipped: readonly SkippedClip[];
}

export interface ExtractOptions extends WorkOptions {
  /** What is computed; without `segment` or `functionals`, clips of different length differ in their frames. */
  readonly features: FeatureDescription;
  /** The share of clips, in [0, 1], that may be unusable before the run stops. @default 0.05 */
  readonly maxUnreadable?: number;
}

/**
 * Reads every clip of a listing and computes its features; clips that cannot be used are set aside.
 *
 * @throws {SerError} `too-many-unreadable` when more than `maxUnreadable` of the clips cannot be used
 */
export async function extract(listing: Listing, options: ExtractOptions): Promise<ExtractedClips> {
  const { features, cache, signal, onEvent, maxUnreadable = 0.05 } = options;
  const { nFrames, nFeatures, names } = new FeatureExtractor(features);
  const total = listing.utterances.length;
  const blocks = new FeatureBlocks({ nFrames, nFeatures }, total);
  const utterances: Utterance[] = [];
  const skipped: SkippedClip[] = [];
  const jobs = listing.utterances.map((utterance) => clipJob(listing, utterance));
  let done = 0;
  for await (const [answer] of workClips(
    { features, ...(cache !== undefined && { cache }) },
    jobs,
    options,
  )) {
    signal?.throwIfAborted();
    const utterance = listing.utterances[done++]!;
    if (isFeatures(answer!)) {
      blocks.add(answer);
      utterances.push(utterance);
    } else {
      skipped.push(answer!);
      onEvent?.({ type: 'skipped', ...answer! });
    }
    onEvent?.({ type: 'extracted', done, total });
  }
  refuseTooManySkipped(skipped, { total, maxUnreadable });
  return { utterances, ...blocks.all, nFrames, nFeatures, names, skipped };
}

/** The features of one clip; a view, no copy. */
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
