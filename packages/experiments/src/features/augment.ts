import { seedOfName } from '@ser/core';
import { copyId, type Utterance } from '@ser/datasets';
import type { AugmentationDescription, FeatureDescription } from '@ser/dsp';
import type { Listing } from '../data/listing.js';
import { clipJob, isFeatures } from './clipJob.js';
import { nClipJobs } from './clipsInJobs.js';
import { valuesOf, type ExtractedClips } from './extractedClips.js';
import { FeatureBlocks } from './featureBlocks.js';
import { joinedValues } from './featureFile.js';
import type { FeatureFiles } from './featureFiles.js';
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
  /** Where to keep features that are too large for memory. @default all are kept in memory */
  readonly files?: FeatureFiles | undefined;
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
  const { augmentation, features, cache, files, seed, rows, signal, onEvent } = options;
  if (augmentation === undefined) return clips;
  const originals = rows.map((row) => clips.utterances[row]!);
  const copies: Utterance[] = [];
  const blocks = new FeatureBlocks(clips, rows.length * augmentation.variants.length, files);
  const jobs = originals.map((utterance) => clipJob(listing, utterance, seedOfName(seed, utterance.id)));
  const work = { features, augmentation, ...(cache !== undefined && { cache }) };
  options.jobs?.expect(nClipJobs(jobs.length));
  let done = 0;
  for await (const results of workClips(work, jobs, options)) {
    signal?.throwIfAborted();
    const original = originals[done++]!;
    for (const [variant, result] of results.entries()) {
      if (isFeatures(result)) {
        copies.push({ ...original, id: copyId(original.id, variant) });
        blocks.add(result);
      } else onEvent?.({ type: 'skipped', ...result });
    }
    onEvent?.({ type: 'augmented', done, total: originals.length });
  }
  return { ...clips, utterances: [...clips.utterances, ...copies], ...joined(clips, blocks.all) };
}

type Values = Pick<ExtractedClips, 'data' | 'stored' | 'starts'>;

/** The values of recordings, then those of their copies: in one array if both are in memory. */
function joined(recordings: Values, copies: Values): Values {
  const parts = [valuesOf(recordings), valuesOf(copies)];
  if (recordings.stored ?? copies.stored) return { data: new Float32Array(), stored: joinedValues(parts) };
  const data = joinedValues(parts).subarray(0, recordings.data.length + copies.data.length);
  if (!recordings.starts || !copies.starts) return { data };
  const nFrames = recordings.starts.at(-1)!;
  const later = copies.starts.subarray(1).map((start) => start + nFrames);
  const starts = new Uint32Array(recordings.starts.length + later.length);
  starts.set(recordings.starts);
  starts.set(later, recordings.starts.length);
  return { data, starts };
}
