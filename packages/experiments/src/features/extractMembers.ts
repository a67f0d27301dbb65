import type { Utterance } from '@ser/datasets';
import { createFeaturePlan, type FeatureDescription } from '@ser/dsp';
import type { Listing } from '../data/listing.js';
import { refuseTooManySkipped } from '../data/skipClips.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import { clipJob, type ClipResults, isFeatures } from './clipJob.js';
import type { ExtractedClips } from './extractedClips.js';
import { FeatureBlocks } from './featureBlocks.js';
import type { FeatureFiles } from './featureFiles.js';
import { workClips, type WorkOptions } from './workClips.js';

export interface ExtractMembersOptions extends WorkOptions {
  /** The share of clips, in [0, 1], that may be unusable before the run stops. */
  readonly maxUnreadable: number;
  /** Where to keep features that are too large for memory. @default all are kept in memory */
  readonly files?: FeatureFiles | undefined;
}

/**
 * The features of all usable clips for several descriptions, in one pass: each clip is read once. A clip that is unusable
 * for one description is left out of all, so that a row is the same clip in each. Equal descriptions are computed once and
 * share their memory.
 *
 * @returns one result per description, in the same order
 * @throws {SerError} `too-many-unreadable` if more than `maxUnreadable` of the clips cannot be used
 */
export async function extractMembers(
  listing: Listing,
  descriptions: readonly FeatureDescription[],
  options: ExtractMembersOptions,
): Promise<readonly ExtractedClips[]> {
  const { cache, files, signal, onEvent, maxUnreadable } = options;
  const distinct = new Map(descriptions.map((features) => [JSON.stringify(features), features]));
  const total = listing.utterances.length;
  const members = [...distinct.values()].map((features) => new Extraction(features, total, files));
  const works = members.map(({ features }) => ({ features, ...(cache !== undefined && { cache }) }));
  const jobs = listing.utterances.map((utterance) => clipJob(listing, utterance));
  const utterances: Utterance[] = [];
  let done = 0;
  for await (const results of workClips(works, jobs, options)) {
    signal?.throwIfAborted();
    const utterance = listing.utterances[done++]!;
    const skipped = addResults(members, results);
    if (skipped) onEvent?.({ type: 'skipped', ...skipped });
    else utterances.push(utterance);
    onEvent?.({ type: 'extracted', done, total });
  }
  const skipped = members.flatMap((member) => member.skipped);
  refuseTooManySkipped(skipped, { total, maxUnreadable });
  const extracted = members.map((member) => ({ utterances, ...member.values, skipped }));
  const keys = [...distinct.keys()];
  return descriptions.map((features) => extracted[keys.indexOf(JSON.stringify(features))]!);
}

/** Adds the features of a clip, or returns why the first description that cannot use it has none. */
function addResults(members: readonly Extraction[], results: ClipResults): SkippedClip | undefined {
  const blocks: Float32Array[] = [];
  for (const [index, [result]] of results.entries()) {
    if (isFeatures(result!)) blocks.push(result);
    else {
      members[index]!.skipped.push(result!);
      return result;
    }
  }
  for (const [index, block] of blocks.entries()) members[index]!.blocks.add(block);
  return undefined;
}

/** What one description gives. */
class Extraction {
  readonly features: FeatureDescription;
  readonly blocks: FeatureBlocks;
  /** The clips that this description is the first not to be able to use. */
  readonly skipped: SkippedClip[] = [];
  readonly #shape: Pick<ExtractedClips, 'nFrames' | 'nFeatures' | 'names'>;

  constructor(features: FeatureDescription, nClips: number, files: FeatureFiles | undefined) {
    const { nFrames, nFeatures, names } = createFeaturePlan(features);
    this.features = features;
    this.#shape = { nFrames, nFeatures, names };
    this.blocks = new FeatureBlocks(this.#shape, nClips, files);
  }

  get values(): Omit<ExtractedClips, 'utterances' | 'skipped'> {
    return { ...this.blocks.all, ...this.#shape };
  }
}
