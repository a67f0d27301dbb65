import { copyId } from '@ser/datasets';
import {
  type AudioClip,
  Augmenter,
  createFeaturePlan,
  type FeatureDescription,
  type FeatureSource,
} from '@ser/dsp';
import { openFeatures } from '@ser/encoder';
import { readUsableClip } from '../data/readUsableClip.js';
import { skippedBecauseOf } from '../data/skipClips.js';
import { isFeatures, type ClipResult, type ClipJob, type ClipWork, type FeaturesOrSkip } from './clipJob.js';
import { FeatureCache } from './featureCache.js';

/**
 * Reads clips and computes their features, or those of augmented copies; tables and buffers are allocated once. Close it
 * when done.
 */
export class ClipWorker {
  readonly #features: FeatureDescription;
  /** Opened for the first clip that is not in the cache. */
  #source: Promise<FeatureSource> | undefined;
  readonly #augmenter: Augmenter | undefined;
  readonly #keepSilent: boolean | undefined;
  readonly #cache: FeatureCache | undefined;
  readonly #onDamaged: (place: string) => void;
  /** The last file of the cache: it is written while the next clip is computed. */
  #written: Promise<void> = Promise.resolve();

  /** @param onDamaged called with the name of each damaged file in the cache, which is then written again */
  constructor(work: ClipWork, onDamaged: (place: string) => void) {
    const { features, augmentation, cache } = work;
    const { description, nFrames, nFeatures } = createFeaturePlan(features);
    this.#features = description;
    this.#keepSilent = work.keepSilent;
    this.#augmenter = augmentation && new Augmenter(augmentation, features.sampleRate);
    const size = nFrames === undefined ? undefined : nFrames * nFeatures;
    const shape = { nBlocks: this.#augmenter?.nVariants ?? 1, size };
    this.#onDamaged = onDamaged;
    this.#cache = cache === undefined ? undefined : new FeatureCache(cache, work, shape);
  }

  /** @throws errors that are not caused by the clip; for the others, the result says why the clip is skipped */
  async work(job: ClipJob, signal?: AbortSignal): Promise<ClipResult> {
    if (this.#cache === undefined) return this.#compute(job, signal);
    const place = await this.#cache.placeOf(job).catch(() => undefined); // reading the file below reports what is wrong
    const kept = place && (await this.#cache.read(place));
    if (kept === 'damaged') this.#onDamaged(place!);
    else if (kept) return kept;
    const result = await this.#compute(job, signal);
    await this.#written;
    if (place && result.every(isFeatures)) {
      this.#written = this.#cache.write(place, result);
      this.#written.catch(() => undefined); // reported after the next clip, or by `close`
    }
    return result;
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

  async #compute(job: ClipJob, signal: AbortSignal | undefined): Promise<ClipResult> {
    const { nVariants } = this.#augmenter ?? {};
    const source = await (this.#source ??= openFeatures(this.#features));
    try {
      const clip = await readUsableClip(job.file, source.sampleRate, {
        ...job,
        keepSilent: this.#keepSilent,
        signal,
      });
      if (nVariants === undefined) return [(await source.extract(clip)).data];
      const copies: FeaturesOrSkip[] = [];
      for (let variant = 0; variant < nVariants; variant++) {
        copies.push(await this.#featuresOfCopy(source, job, clip, variant));
      }
      return copies;
    } catch (error) {
      return Array<FeaturesOrSkip>(nVariants ?? 1).fill(skippedBecauseOf(error, job));
    }
  }

  async #featuresOfCopy(
    source: FeatureSource,
    job: ClipJob,
    clip: AudioClip,
    variant: number,
  ): Promise<FeaturesOrSkip> {
    try {
      return (await source.extract(this.#augmenter!.apply(clip, variant, job.seed ?? 0))).data;
    } catch (error) {
      return skippedBecauseOf(error, { ...job, path: copyId(job.path, variant) });
    }
  }
}
