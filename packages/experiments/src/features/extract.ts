import type { FeatureDescription } from '@ser/dsp';
import type { Listing } from '../data/listing.js';
import type { ExtractedClips } from './extractedClips.js';
import { extractMembers, type ExtractMembersOptions } from './extractMembers.js';

export interface ExtractOptions extends Omit<ExtractMembersOptions, 'maxUnreadable'> {
  /** What to compute; without `segment` or `functionals`, clips of different length have different numbers of frames. */
  readonly features: FeatureDescription;
  /** The share of clips, in [0, 1], that may be unusable before the run stops. @default 0.05 */
  readonly maxUnreadable?: number;
}

/**
 * Reads every clip of a listing and computes its features; unusable clips are skipped.
 *
 * @throws {SerError} `too-many-unreadable` if more than `maxUnreadable` of the clips cannot be used
 */
export async function extract(
  listing: Listing,
  { features, maxUnreadable = 0.05, ...options }: ExtractOptions,
): Promise<ExtractedClips> {
  const [clips] = await extractMembers(listing, [features], { ...options, maxUnreadable });
  return clips!;
}
