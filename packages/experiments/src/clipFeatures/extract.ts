import { FeatureExtractor } from '@ser/dsp';
import type { FeatureDescription, Features } from '@ser/dsp';
import type { Utterance } from '@ser/datasets';
import { clipJob, isFeatures } from './clipJob.js';
import { workClips } from './workClips.js';
import type { WorkOptions } from './workClips.js';
import { ExperimentError } from '../errors.js';
import type { Listing } from '../data/listing.js';
import { refuseTooManySkipped } from '../data/skippedClip.js';
import type { SkippedClip } from '../data/skippedClip.js';

/** The features of all usable clips, in one block of memory. */
export interface ExtractedClips {
  /** The usable clips, in the listing's order. */
  readonly utterances: readonly Utterance[];
  /** Row-major `[utterances.length, nFrames, nFeatures]`. */
  readonly data: Float32Array;
  readonly nFrames: number;
  readonly nFeatures: number;
  /** Of the features, `[nFeatures]`. */
  readonly names: readonly string[];
  /** The clips left out because they cannot be read or hold no sound. */
  readonly skipped: readonly SkippedClip[];
}

export interface ExtractOptions extends WorkOptions {
  /** What is computed; a `segment` or `functionals` must give every clip the same shape. */
  readonly features: FeatureDescription;
  /** The share of clips, in [0, 1], that may be unusable before the run stops. @default 0.05 */
  readonly maxUnreadable?: number;
}

/**
 * Reads every clip of a listing and computes its features; clips that cannot be used are set aside.
 *
 * @throws {ExperimentError} `too-many-unreadable` when more than `maxUnreadable` of the clips cannot be used
 * @throws {ExperimentError} `invalid-option` when clips of different length would differ in shape
 */
export async function extract(listing: Listing, options: ExtractOptions): Promise<ExtractedClips> {
  const { features, cache, signal, onEvent, maxUnreadable = 0.05 } = options;
  const extractor = new FeatureExtractor(features);
  const shape = { nFrames: fixedFrames(extractor), nFeatures: extractor.nFeatures };
  const size = shape.nFrames * shape.nFeatures;
  const total = listing.utterances.length;
  const data = new Float32Array(total * size);
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
      data.set(answer, utterances.length * size);
      utterances.push(utterance);
    } else {
      skipped.push(answer!);
      onEvent?.({ type: 'skipped', ...answer! });
    }
    onEvent?.({ type: 'extracted', done, total });
  }
  refuseTooManySkipped(skipped, { total, maxUnreadable });
  return {
    utterances,
    data: data.subarray(0, utterances.length * size),
    ...shape,
    names: extractor.names,
    skipped,
  };
}

/** The features of one clip; a view, no copy. */
export function featuresOf(
  { data, nFrames, nFeatures, names }: Omit<ExtractedClips, 'utterances' | 'skipped'>,
  row: number,
): Features {
  const size = nFrames * nFeatures;
  return { data: data.subarray(row * size, (row + 1) * size), nFrames, nFeatures, names };
}

function fixedFrames({ nFrames }: FeatureExtractor): number {
  if (nFrames !== undefined) return nFrames;
  throw new ExperimentError(
    'invalid-option',
    '`features` must give every clip the same shape, got neither `segment` nor `functionals`. Add one of them.',
  );
}
