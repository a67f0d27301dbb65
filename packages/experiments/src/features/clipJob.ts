import type { Utterance } from '@ser/datasets';
import type { AugmentationDescription, FeatureDescription } from '@ser/dsp';
import { fileOf, type Listing } from '../data/listing.js';
import type { SkippedClip } from '../progress/skippedClip.js';

/** What to compute from every clip. */
export interface ClipWork {
  readonly features: FeatureDescription;
  /** If given, the features of augmented copies are computed instead of those of the clip itself. */
  readonly augmentation?: AugmentationDescription;
  /** Whether a silent clip has features; otherwise it is skipped. @default false */
  readonly keepSilent?: boolean;
  /** A folder that caches features between runs. @default no cache */
  readonly cache?: string;
}

/** One clip to process; plain data, because it is sent to a worker thread. */
export interface ClipJob {
  readonly corpus: string;
  /** Path within the corpus folder. */
  readonly path: string;
  /** The file on this machine. */
  readonly file: string;
  /** Start of the clip in its file, in seconds. @default 0 */
  readonly start?: number | undefined;
  /** End of the clip in its file, in seconds. @default the end of the file */
  readonly end?: number | undefined;
  /** Seed of its augmented copies. @default 0 */
  readonly seed?: number;
}

/** A block of features, `[nFrames, nFeatures]`, or why there is none. */
export type FeaturesOrSkip = Float32Array | SkippedClip;

/** The result of the clip itself, or of each of its copies, in the order of the variants. */
export type ClipResult = readonly FeaturesOrSkip[];

/** The results of a clip for several works, in their order. */
export type ClipResults = readonly ClipResult[];

export function isFeatures(result: FeaturesOrSkip): result is Float32Array {
  return result instanceof Float32Array;
}

/** The job for a listed clip. */
export function clipJob(listing: Listing, utterance: Utterance, seed?: number): ClipJob {
  const { corpus, path, start, end } = utterance;
  const file = fileOf(listing, utterance);
  return { corpus, path, file, start, end, ...(seed !== undefined && { seed }) };
}
