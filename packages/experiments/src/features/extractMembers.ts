import type { FeatureDescription } from '@ser/dsp';
import type { Listing } from '../data/listing.js';
import { refuseTooManySkipped } from '../data/skipClips.js';
import { extract } from './extract.js';
import { featuresOf, type ExtractedClips } from './extractedClips.js';
import { FeatureBlocks } from './featureBlocks.js';
import type { FeatureFiles } from './featureFiles.js';
import type { WorkOptions } from './workClips.js';

export interface ExtractMembersOptions extends WorkOptions {
  /** The share of clips, in [0, 1], that may be unusable before the run stops. */
  readonly maxUnreadable: number;
  /** Where to keep features that are too large for memory. @default all are kept in memory */
  readonly files?: FeatureFiles | undefined;
}

/**
 * The features of all usable clips for several descriptions. A clip that is unusable for one of them is left out of all,
 * so that a row is the same clip in each. Equal descriptions are computed once and share their memory.
 *
 * @returns one result per description, in the same order
 * @throws {SerError} as `extract`
 */
export async function extractMembers(
  listing: Listing,
  descriptions: readonly FeatureDescription[],
  options: ExtractMembersOptions,
): Promise<readonly ExtractedClips[]> {
  const keys = descriptions.map((features) => JSON.stringify(features));
  const extracted = new Map<string, ExtractedClips>();
  let usable = listing;
  for (const [index, features] of descriptions.entries()) {
    if (extracted.has(keys[index]!)) continue;
    const clips = await extract(usable, { ...options, features });
    extracted.set(keys[index]!, clips);
    usable = { ...listing, utterances: clips.utterances };
  }
  const skipped = [...extracted.values()].flatMap((clips) => clips.skipped);
  refuseTooManySkipped(skipped, { total: listing.utterances.length, maxUnreadable: options.maxUnreadable });
  for (const [key, clips] of extracted)
    extracted.set(key, { ...only(clips, usable, options.files), skipped });
  return keys.map((key) => extracted.get(key)!);
}

/** The clips that are also in a listing with the same order. */
function only(
  clips: ExtractedClips,
  { utterances }: Listing,
  files: FeatureFiles | undefined,
): ExtractedClips {
  if (clips.utterances.length === utterances.length) return clips;
  const kept = new Set(utterances.map(({ id }) => id));
  const blocks = new FeatureBlocks(clips, utterances.length, files);
  clips.utterances.forEach(({ id }, row) => {
    if (kept.has(id)) blocks.add(featuresOf(clips, row).data);
  });
  return { ...clips, utterances, stored: undefined, ...blocks.all };
}
