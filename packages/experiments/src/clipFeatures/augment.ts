import { copyId } from '@ser/datasets';
import type { Utterance } from '@ser/datasets';
import type { AugmentationDescription, FeatureDescription } from '@ser/dsp';
import { clipJob, isFeatures } from './clipJob.js';
import { workClips } from './workClips.js';
import type { WorkOptions } from './workClips.js';
import { clipSeed } from './clipSeed.js';
import type { ExtractedClips } from './extract.js';
import type { Listing } from '../data/listing.js';

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
  const { nFrames, nFeatures } = clips;
  const originals = rows.map((row) => clips.utterances[row]!);
  const copies: Utterance[] = [];
  const blocks: Float32Array[] = [];
  const jobs = originals.map((utterance) => clipJob(listing, utterance, clipSeed(seed, utterance.id)));
  const work = { features, augmentation, ...(cache !== undefined && { cache }) };
  let done = 0;
  for await (const answers of workClips(work, jobs, options)) {
    signal?.throwIfAborted();
    const original = originals[done++]!;
    for (const [variant, answer] of answers.entries()) {
      if (isFeatures(answer)) {
        copies.push({ ...original, id: copyId(original.id, variant) });
        blocks.push(answer);
      } else onEvent?.({ type: 'skipped', ...answer });
    }
    onEvent?.({ type: 'augmented', done, total: originals.length });
  }
  const data = joined(clips.data, blocks, nFrames * nFeatures);
  return { ...clips, utterances: [...clips.utterances, ...copies], data };
}

function joined(recordings: Float32Array, copies: readonly Float32Array[], size: number): Float32Array {
  const data = new Float32Array(recordings.length + copies.length * size);
  data.set(recordings);
  copies.forEach((copy, index) => data.set(copy, recordings.length + index * size));
  return data;
}
