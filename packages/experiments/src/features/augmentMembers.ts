import { seedOfName } from '@ser/core';
import { copyId, type Utterance } from '@ser/datasets';
import type { AugmentationDescription } from '@ser/dsp';
import type { Listing } from '../data/listing.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import type { Member } from '../recipe/recipe.js';
import { clipJob, type ClipResult, type ClipWork, isFeatures } from './clipJob.js';
import { nClipJobs } from './clipsInJobs.js';
import type { ExtractedClips } from './extractedClips.js';
import { FeatureBlocks } from './featureBlocks.js';
import type { FeatureFiles } from './featureFiles.js';
import { joinedClips } from './joinedClips.js';
import { workClips, type WorkOptions } from './workClips.js';

export interface AugmentMembersOptions extends WorkOptions {
  /** Together with a clip's id and the variant, it determines the copy. */
  readonly seed: number;
  /** Rows of the clips to copy: those that some fold trains on. */
  readonly rows: readonly number[];
  /** Where to keep features that are too large for memory. @default all are kept in memory */
  readonly files?: FeatureFiles | undefined;
}

/** How a member uses its clips. */
type MemberCopies = Pick<Member, 'features'> & {
  readonly augmentation?: AugmentationDescription | undefined;
};

/**
 * Adds each member's augmented copies to its clips, as `augment` does, in one pass: each clip is read once. Members with
 * the same copies share their audio; those with the same features too share their features.
 *
 * @param extracted the clips of each member, in the order of `members`; a row is the same clip in each
 * @returns the same, with the copies after the recordings
 */
export async function augmentMembers(
  listing: Listing,
  members: readonly MemberCopies[],
  extracted: readonly ExtractedClips[],
  options: AugmentMembersOptions,
): Promise<readonly ExtractedClips[]> {
  const copies = new Map<string, Copies>();
  const keys = members.map((member) => JSON.stringify([member.features, member.augmentation]));
  for (const [index, { features, augmentation }] of members.entries()) {
    if (augmentation === undefined || copies.has(keys[index]!)) continue;
    const work = { features, augmentation, ...(options.cache !== undefined && { cache: options.cache }) };
    copies.set(keys[index]!, new Copies(work, extracted[index]!, options));
  }
  if (copies.size > 0) await makeCopies(listing, [...copies.values()], options);
  const pools = new Map<string, ExtractedClips>();
  for (const [key, made] of copies) {
    pools.set(key, made.joined());
    copies.delete(key); // frees its memory
  }
  return keys.map((key, index) => pools.get(key) ?? extracted[index]!);
}

async function makeCopies(
  listing: Listing,
  all: readonly Copies[],
  options: AugmentMembersOptions,
): Promise<void> {
  const { seed, rows, signal, onEvent } = options;
  const originals = rows.map((row) => all[0]!.recordings.utterances[row]!);
  const jobs = originals.map((utterance) => clipJob(listing, utterance, seedOfName(seed, utterance.id)));
  const works = all.map(({ work }) => work);
  options.jobs?.expect(all.length * nClipJobs(jobs.length));
  let done = 0;
  for await (const results of workClips(works, jobs, options)) {
    signal?.throwIfAborted();
    const original = originals[done++]!;
    const skipped = results.flatMap((result, index) => all[index]!.add(original, result));
    for (const copy of skipped) onEvent?.({ type: 'skipped', ...copy });
    onEvent?.({ type: 'augmented', done, total: originals.length });
  }
}

/** The copies of one description of features and augmentation. */
class Copies {
  readonly work: ClipWork;
  readonly recordings: ExtractedClips;
  readonly #utterances: Utterance[] = [];
  readonly #blocks: FeatureBlocks;

  constructor(
    work: ClipWork & { readonly augmentation: AugmentationDescription },
    recordings: ExtractedClips,
    { rows, files }: AugmentMembersOptions,
  ) {
    this.work = work;
    this.recordings = recordings;
    this.#blocks = new FeatureBlocks(recordings, rows.length * work.augmentation.variants.length, files);
  }

  /** @returns the copies without features */
  add(original: Utterance, result: ClipResult): readonly SkippedClip[] {
    const skipped: SkippedClip[] = [];
    for (const [variant, copy] of result.entries()) {
      if (isFeatures(copy)) {
        this.#utterances.push({ ...original, id: copyId(original.id, variant) });
        this.#blocks.add(copy);
      } else skipped.push(copy);
    }
    return skipped;
  }

  /** The recordings, then the copies. */
  joined(): ExtractedClips {
    return joinedClips(this.recordings, { utterances: this.#utterances, ...this.#blocks.all });
  }
}
