import { copyId } from '@ser/datasets';
import { Augmenter, createFeaturePlan, type FeatureDescription, type FeatureSource } from '@ser/dsp';
import { openFeatures } from '@ser/encoder';
import { skippedBecauseOf } from '../data/skipClips.js';
import { isFeatures, type ClipResult, type ClipWork, type FeaturesOrSkip } from './clipJob.js';
import { FeatureCache } from './featureCache.js';
import type { SharedClip } from './sharedClip.js';

/** Computes the features of clips, or of their copies, for one description, and caches them. Close it when done. */
export class WorkFeatures {
  /** Blocks per clip: 1, or the number of its copies. */
  readonly nBlocks: number;
  readonly cache: FeatureCache | undefined;
  readonly #features: FeatureDescription;
  /** Opened for the first clip that is not in the cache. */
  #source: Promise<FeatureSource> | undefined;
  readonly #augmenter: Augmenter | undefined;
  readonly #keepSilent: boolean;
  /** The last file of the cache: it is written while the next clip is computed. */
  #written: Promise<void> = Promise.resolve();

  constructor(work: ClipWork) {
    const { features, augmentation, keepSilent = false, cache } = work;
    const { description, nFrames, nFeatures } = createFeaturePlan(features);
    this.#features = description;
    this.#keepSilent = keepSilent;
    this.#augmenter = augmentation && new Augmenter(augmentation, features.sampleRate);
    this.nBlocks = this.#augmenter?.nVariants ?? 1;
    const size = nFrames === undefined ? undefined : nFrames * nFeatures;
    this.cache =
      cache === undefined ? undefined : new FeatureCache(cache, work, { nBlocks: this.nBlocks, size });
  }

  /**
   * The features of the clip itself, or of a copy.
   *
   * @param index from 0 to `nBlocks - 1`
   * @throws errors that are not caused by the clip; for the others, the result says why there are no features
   */
  async block(clip: SharedClip, index: number): Promise<FeaturesOrSkip> {
    const source = await (this.#source ??= openFeatures(this.#features));
    const { job } = clip;
    let path = job.path;
    try {
      let audio = await clip.recording(source.sampleRate, this.#keepSilent);
      if (this.#augmenter) {
        path = copyId(path, index);
        audio = clip.copy(audio, this.#augmenter, index);
      }
      return (await source.extract(audio)).data;
    } catch (error) {
      return skippedBecauseOf(error, { ...job, path });
    }
  }

  /** Stores the features of a clip in the cache, unless some of them are missing. */
  async keep(place: string, result: ClipResult): Promise<void> {
    await this.#written;
    if (!result.every(isFeatures)) return;
    this.#written = this.cache!.write(place, result);
    this.#written.catch(() => undefined); // reported after the next clip, or by `close`
  }

  /** Finishes the cache, and ends the use of a speech encoder, if there is one. */
  async close(): Promise<void> {
    try {
      await this.#written;
    } finally {
      const source = await this.#source?.catch(() => undefined); // the clips have reported that it could not be opened
      await source?.close?.();
    }
  }
}
