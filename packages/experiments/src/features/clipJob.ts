import type { Utterance } from '@ser/datasets';
import type { AugmentationDescription, FeatureDescription } from '@ser/dsp';
import { fileOf } from '../data/listing.js';
import type { Listing } from '../data/listing.js';
import type { SkippedClip } from '../progress/skippedClip.js';

/** What is computed of all clips. */
export interface ClipWork {
  readonly features: FeatureDescription;
  /** Given, altered copies of a clip are described instead of the clip itself. */
  readonly augmentation?: AugmentationDescription;
  /** A folder where features are kept from run to run. @default nowhere */
  readonly cache?: string;
}

/** One clip to work on; plain data, as it goes to another thread. */
export interface ClipJob {
  readonly corpus: string;
  /** Path within the corpus folder. */
  readonly path: string;
  /** Where it lies on this machine. */
  readonly file: string;
  /** Seed of its copies. @default 0 */
  readonly seed?: number;
}

/** A block of features, `[nFrames, nFeatures]`, or the reason why there is none. */
export type Described = Float32Array | SkippedClip;

/** What came of a clip: of itself, or of each of its copies in the order of the variants. */
export type ClipAnswer = readonly Described[];

export function isFeatures(described: Described): described is Float32Array {
  return described instanceof Float32Array;
}

/** The job that a listed clip is. */
export function clipJob(listing: Listing, utterance: Utterance, seed?: number): ClipJob {
  const { corpus, path } = utterance;
  return { corpus, path, file: fileOf(listing, utterance), ...(seed !== undefined && { seed }) };
}
