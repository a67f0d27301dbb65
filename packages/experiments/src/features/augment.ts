import type { AugmentationDescription, FeatureDescription } from '@ser/dsp';
import type { Listing } from '../data/listing.js';
import { augmentMembers, type AugmentMembersOptions } from './augmentMembers.js';
import type { ExtractedClips } from './extractedClips.js';

export interface AugmentOptions extends AugmentMembersOptions {
  /** How the copies differ from the recordings. @default no copies */
  readonly augmentation?: AugmentationDescription | undefined;
  /** The same as for `extract`. */
  readonly features: FeatureDescription;
}

/**
 * Adds augmented copies of some clips after all recordings, whose rows stay the same. A copy has the id
 * `copyId(id, variant)`; `trainingRows` finds the copies of a fold. Each copy is made once, for all folds that train on
 * it. A copy without features, for example because a stretched clip is too short, is left out with a `skipped` event.
 */
export async function augment(
  listing: Listing,
  clips: ExtractedClips,
  { augmentation, features, ...options }: AugmentOptions,
): Promise<ExtractedClips> {
  const [augmented] = await augmentMembers(listing, [{ features, augmentation }], [clips], options);
  return augmented!;
}
