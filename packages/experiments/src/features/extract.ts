import type { Utterance } from '@ser/datasets';
import { createFeaturePlan, type FeatureDescription } from '@ser/dsp';
import type { Listing } from '../data/listing.js';
import { refuseTooManySkipped } from '../data/skipClips.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import { clipJob, isFeatures } from './clipJob.js';
import type { ExtractedClips } from './extractedClips.js';
import { FeatureBlocks } from './featureBlocks.js';
import type { FeatureFiles } from './featureFiles.js';
import { workClips, type WorkOptions } from './workClips.js';

export interface ExtractOptions extends WorkOptions {
  /** What to compute; without `segment` or `functionals`, clips of different length have different numbers of frames. */
  readonly features: FeatureDescription;
  /** The share of clips, in [0, 1], that may be unusable before the run stops. @default 0.05 */
  readonly maxUnreadable?: number;
  /** Where to keep features that are too large for memory. @default all are kept in memory */
  readonly files?: FeatureFiles | undefined;
}

/**
 * Reads every clip of a listing and computes its features; unusable clips are skipped.
 *
 * @throws {SerError} `too-many-unreadable` if more than `maxUnreadable` of the clips cannot be used
 */
export async function extract(listing: Listing, options: ExtractOptions): Promise<ExtractedClips> {
  const { features, cache, files, signal, onEvent, maxUnreadable = 0.05 } = options;
  const { nFrames, nFeatures, names } = createFeaturePlan(features);
  const total = listing.utterances.length;
  const blocks = new FeatureBlocks({ nFrames, nFeatures }, total, files);
  const utterances: Utterance[] = [];
  const skipped: SkippedClip[] = [];
  const jobs = listing.utterances.map((utterance) => clipJob(listing, utterance));
  let done = 0;
  for await (const [result] of workClips(
    { features, ...(cache !== undefined && { cache }) },
    jobs,
    options,
  )) {
    signal?.throwIfAborted();
    const utterance = listing.utterances[done++]!;
    if (isFeatures(result!)) {
      blocks.add(result);
      utterances.push(utterance);
    } else {
      skipped.push(result!);
      onEvent?.({ type: 'skipped', ...result! });
    }
    onEvent?.({ type: 'extracted', done, total });
  }
  refuseTooManySkipped(skipped, { total, maxUnreadable });
  return { utterances, ...blocks.all, nFrames, nFeatures, names, skipped };
}
