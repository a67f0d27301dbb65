import { copyId } from '@ser/datasets';
import type { Utterance } from '@ser/datasets';
import type { AugmentationDescription, FeatureDescription } from '@ser/dsp';
import type { Listing } from '../data/listing.js';
import { clipJob, isFeatures } from './clipJob.js';
import { clipSeed } from './clipSeed.js';
import { featuresOf } from './extract.js';
import type { ExtractedClips } from './extract.js';
import { FeatureBlocks } from './featureBlocks.js';
import { workClips } from './workClips.js';
import type { WorkOptions } from './workClips.js';

export interface AugmentOptions extends WorkOptions {
  /** How the copies differ from the recordings. @default there are none, and the clips stay as they are */
  readonly augmentation?: AugmentationDescription | undefined;
  /** As for `extract`. */
  readonly features: FeatureDescription;
  /** With a clip's id and the variant it decides what a copy sounds like. */
  readonly seed: number;
  /** Rows of the clips that get copies: those that some fold trains on. */
  readonly rows: readonly number[];
}

/**
 * Adds altered copies of some clips, behind all recordings: the rows of the recordings stay what they are. A copy has
 * the id `copyId(id, variant)`; `trainingRows` finds those of a fold. Each copy is made once, whatever number of folds
 * trains on it. One that cannot be described, as a stretched clip may be too short, is left out and told.
 */
export async function augment(
  listing: Listing,
  clips: ExtractedClips,
  options: AugmentOptions,
): Promise<ExtractedClips> {
  const { augmentation, features, cache, seed, rows, signal, onEvent } = options;
  if (augmentation === undefined) return clips;
  const originals = rows.map((row) => clips.utterances[row]!);
  const copies: Utterance[] = [];
  const made: Float32Array[] = [];
  const jobs = originals.map((utterance) => clipJob(listing, utterance, clipSeed(seed, utterance.id)));
  const work = { features, augmentation, ...(cache !== undefined && { cache }) };
  let done = 0;
  for await (const answers of workClips(work, jobs, options)) {
    signal?.throwIfAborted();
    const original = originals[done++]!;
    for (const [variant, answer] of answers.entries()) {
      if (isFeatures(answer)) {
        copies.push({ ...original, id: copyId(original.id, variant) });
        made.push(answer);
      } else onEvent?.({ type: 'skipped', ...answer });
    }
    onEvent?.({ type: 'augmented', done, total: originals.length });
  }
  const utterances = [...clips.utterances, ...copies];
  const blocks = new FeatureBlocks(clips, utterances.length);
  for (const row of clips.utterances.keys()) blocks.add(featuresOf(clips, row).data);
  for (const copy of made) blocks.add(copy);
  return { ...clips, utterances, ...blocks.all };
}
