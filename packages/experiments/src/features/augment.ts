import { seedOfName } from '@ser/core';
import { copyId, type Utterance } from '@ser/datasets';
import type { AugmentationDescription, FeatureDescription } from '@ser/dsp';
import type { Listing } from '../data/listing.js';
import { clipJob, isFeatures } from './clipJob.js';
import { featuresOf, type ExtractedClips } from './extractedClips.js';
import { FeatureBlocks } from './featureBlocks.js';
import { workClips, type WorkOptions } from './workClips.js';

export interface AugmentOptions extends WorkOptions {
  /** How the copies differ from the recordings. @default no copies */
  readonly augmentation?: AugmentationDescription | undefined;
  /** The same as for `extract`. */
  readonly features: FeatureDescription;
  /** Together with a clip's id and the variant, it determines the copy. */
  readonly seed: number;
  /** Rows of the clips to copy: those that some fold trains on. */
  readonly rows: readonly number[];
}

/**
 * Adds augmented copies of some clips after all recordings, whose rows stay the same. A copy has the id
 * `copyId(id, variant)`; `trainingRows` finds the copies of a fold. Each copy is made once, for all folds that train on
 * it. A copy without features, for example because a stretched clip is too short, is left out with a `skipped` event.
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
  const jobs = originals.map((utterance) => clipJob(listing, utterance, seedOfName(seed, utterance.id)));
  const work = { features, augmentation, ...(cache !== undefined && { cache }) };
  let done = 0;
  for await (const results of workClips(work, jobs, options)) {
    signal?.throwIfAborted();
    const original = originals[done++]!;
    for (const [variant, result] of results.entries()) {
      if (isFeatures(result)) {
        copies.push({ ...original, id: copyId(original.id, variant) });
        made.push(result);
      } else onEvent?.({ type: 'skipped', ...result });
    }
    onEvent?.({ type: 'augmented', done, total: originals.length });
  }
  const utterances = [...clips.utterances, ...copies];
  const blocks = new FeatureBlocks(clips, utterances.length);
  for (const row of clips.utterances.keys()) blocks.add(featuresOf(clips, row).data);
  for (const copy of made) blocks.add(copy);
  return { ...clips, utterances, ...blocks.all };
}
