import type { Listing } from '../data/listing.js';
import type { RecipeMember } from '../recipe/membersOf.js';
import { augment } from './augment.js';
import type { ExtractedClips } from './extract.js';
import type { WorkOptions } from './workClips.js';

export interface AugmentMembersOptions extends WorkOptions {
  /** Rows of the clips that get copies: those that some fold trains on. */
  readonly rows: readonly number[];
}

/**
 * Adds to the clips of each classifier the altered copies that its recipe asks for. Those that ask for the same copies
 * in the same features share them.
 *
 * @param extracted the clips of each classifier, in the order of `members`
 * @returns the same, with the copies behind the recordings
 */
export async function augmentMembers(
  listing: Listing,
  members: readonly RecipeMember[],
  extracted: readonly ExtractedClips[],
  options: AugmentMembersOptions,
): Promise<readonly ExtractedClips[]> {
  const pools = new Map<string, ExtractedClips>();
  const keys: string[] = [];
  for (const [index, { recipe }] of members.entries()) {
    const { features, augmentation, seed } = recipe;
    const key = JSON.stringify([features, augmentation]);
    keys.push(key);
    if (pools.has(key)) continue;
    pools.set(key, await augment(listing, extracted[index]!, { ...options, augmentation, features, seed }));
  }
  return keys.map((key) => pools.get(key)!);
}
