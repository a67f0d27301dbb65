import type { Listing } from '../data/listing.js';
import type { Member } from '../recipe/recipe.js';
import { augment, type AugmentOptions } from './augment.js';
import type { ExtractedClips } from './extractedClips.js';

/** As for `augment`; the members have the features and the augmentation. */
export type AugmentMembersOptions = Omit<AugmentOptions, 'augmentation' | 'features'>;

/**
 * Adds each member's augmented copies to its clips. Members with the same copies and features share them.
 *
 * @param extracted the clips of each member, in the order of `members`
 * @returns the same, with the copies after the recordings
 */
export async function augmentMembers(
  listing: Listing,
  members: readonly Pick<Member, 'features' | 'augmentation'>[],
  extracted: readonly ExtractedClips[],
  options: AugmentMembersOptions,
): Promise<readonly ExtractedClips[]> {
  const pools = new Map<string, ExtractedClips>();
  const keys: string[] = [];
  for (const [index, { features, augmentation }] of members.entries()) {
    const key = JSON.stringify([features, augmentation]);
    keys.push(key);
    if (pools.has(key)) continue;
    pools.set(key, await augment(listing, extracted[index]!, { ...options, augmentation, features }));
  }
  return keys.map((key) => pools.get(key)!);
}
