import { copyId } from '@ser/datasets';
import { type AudioClip, Augmenter, createFeaturePlan, type FeaturePlan } from '@ser/dsp';
import { readUsableClip } from '../data/readUsableClip.js';
import { skippedBecauseOf } from '../data/skipClips.js';
import { isFeatures, type ClipResult, type ClipJob, type ClipWork, type FeaturesOrSkip } from './clipJob.js';
import { FeatureCache } from './featureCache.js';

/** Reads clips and computes their features, or those of augmented copies; tables and buffers are allocated once. */
export class ClipWorker {
  readonly #extractor: FeaturePlan;
  readonly #augmenter: Augmenter | undefined;
  readonly #cache: FeatureCache | undefined;

  constructor(work: ClipWork) {
    const { features, augmentation, cache } = work;
    this.#extractor = createFeaturePlan(features);
    this.#augmenter = augmentation && new Augmenter(augmentation, features.sampleRate);
    const { nFrames, nFeatures } = this.#extractor;
    const size = nFrames === undefined ? undefined : nFrames * nFeatures;
    const shape = { nBlocks: this.#augmenter?.nVariants ?? 1, size };
    this.#cache = cache === undefined ? undefined : new FeatureCache(cache, work, shape);
  }

  /** @throws errors that are not caused by the clip; for the others, the result says why the clip is skipped */
  async work(job: ClipJob, signal?: AbortSignal): Promise<ClipResult> {
    if (this.#cache === undefined) return this.#compute(job, signal);
    const place = await this.#cache.placeOf(job).catch(() => undefined); // reading the file below reports what is wrong
    const kept = place && (await this.#cache.read(place));
    if (kept) return kept;
    const result = await this.#compute(job, signal);
    if (place && result.every(isFeatures)) await this.#cache.write(place, result);
    return result;
  }

  async #compute(job: ClipJob, signal: AbortSignal | undefined): Promise<ClipResult> {
    const { nVariants } = this.#augmenter ?? {};
    try {
      const clip = await readUsableClip(job.file, this.#extractor.description.sampleRate, signal);
      if (nVariants === undefined) return [this.#featuresOf(clip)];
      return Array.from({ length: nVariants }, (_, variant) => this.#featuresOfCopy(job, clip, variant));
    } catch (error) {
      return Array<FeaturesOrSkip>(nVariants ?? 1).fill(skippedBecauseOf(error, job));
    }
  }

  #featuresOfCopy(job: ClipJob, clip: AudioClip, variant: number): FeaturesOrSkip {
    try {
      return this.#featuresOf(this.#augmenter!.apply(clip, variant, job.seed ?? 0));
    } catch (error) {
      return skippedBecauseOf(error, { ...job, path: copyId(job.path, variant) });
    }
  }

  #featuresOf(clip: AudioClip): Float32Array {
    return this.#extractor.extract(clip).data;
  }
}
