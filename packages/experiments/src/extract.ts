import { FeatureExtractor } from '@ser/dsp';
import type { FeatureDescription } from '@ser/dsp';
import type { Utterance } from '@ser/datasets';
import { ExperimentError } from './errors.js';
import { fileOf } from './listing.js';
import type { Listing } from './listing.js';
import { readUsableClip } from './readUsableClip.js';
import { refuseTooManySkipped, skippedBecauseOf } from './skippedClip.js';
import type { SkippedClip } from './skippedClip.js';
import type { StepOptions } from './stepOptions.js';

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

export interface ExtractOptions extends StepOptions {
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
  const { signal, onEvent, maxUnreadable = 0.05 } = options;
  const total = listing.utterances.length;
  const extractor = new FeatureExtractor(options.features);
  const { nFeatures, names } = extractor;
  const nFrames = fixedFrames(extractor);
  const data = new Float32Array(total * nFrames * nFeatures);
  const utterances: Utterance[] = [];
  const skipped: SkippedClip[] = [];
  for (const [index, utterance] of listing.utterances.entries()) {
    signal?.throwIfAborted();
    try {
      const clip = await readUsableClip(fileOf(listing, utterance), extractor.description.sampleRate, signal);
      data.set(extractor.extract(clip).data, utterances.length * nFrames * nFeatures);
      utterances.push(utterance);
    } catch (error) {
      skipped.push(skippedBecauseOf(error, utterance));
      onEvent?.({ type: 'skipped', ...skipped.at(-1)! });
    }
    onEvent?.({ type: 'extracted', done: index + 1, total });
  }
  refuseTooManySkipped(skipped, { total, maxUnreadable });
  return {
    utterances,
    data: data.subarray(0, utterances.length * nFrames * nFeatures),
    nFrames,
    nFeatures,
    names,
    skipped,
  };
}

function fixedFrames({ nFrames }: FeatureExtractor): number {
  if (nFrames !== undefined) return nFrames;
  throw new ExperimentError(
    'invalid-option',
    '`features` must give every clip the same shape, got neither `segment` nor `functionals`. Add one of them.',
  );
}
