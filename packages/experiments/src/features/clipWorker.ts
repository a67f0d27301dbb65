import { copyId } from '@ser/datasets';
import type { AudioClip } from '@ser/dsp';
import { Augmenter, FeatureExtractor } from '@ser/dsp';
import { readUsableClip } from '../data/readUsableClip.js';
import { skippedBecauseOf } from '../data/skipClips.js';
import { isFeatures } from './clipJob.js';
import type { ClipAnswer, ClipJob, ClipWork, Described } from './clipJob.js';
import { FeatureCache } from './featureCache.js';

/** Reads clips and describes them, or altered copies of them; tables and buffers are made once. */
export class ClipWorker {
  readonly #extractor: FeatureExtractor;
  readonly #augmenter: Augmenter | undefined;
  readonly #cache: FeatureCache | undefined;

  constructor(work: ClipWork) {
    const { features, augmentation, cache } = work;
    this.#extractor = new FeatureExtractor(features);
    this.#augmenter = augmentation && new Augmenter(augmentation, features.sampleRate);
    const { nFrames, nFeatures } = this.#extractor;
    const size = nFrames === undefined ? undefined : nFrames * nFeatures;
    const shape = { nBlocks: this.#augmenter?.nVariants ?? 1, size };
    this.#cache = cache === undefined ? undefined : new FeatureCache(cache, work, shape);
  }

  /** @throws what is not the clip's own fault; what is, is answered */
  async work(job: ClipJob, signal?: AbortSignal): Promise<ClipAnswer> {
    if (this.#cache === undefined) return this.#compute(job, signal);
    const place = await this.#cache.placeOf(job).catch(() => undefined); // whatever ails the file, reading it tells
    const kept = place && (await this.#cache.read(place));
    if (kept) return kept;
    const answer = await this.#compute(job, signal);
    if (place && answer.every(isFeatures)) await this.#cache.write(place, answer);
    return answer;
  }

  async #compute(job: ClipJob, signal: AbortSignal | undefined): Promise<ClipAnswer> {
    const { nVariants } = this.#augmenter ?? {};
    try {
      const clip = await readUsableClip(job.file, this.#extractor.description.sampleRate, signal);
      if (nVariants === undefined) return [this.#describe(clip)];
      return Array.from({ length: nVariants }, (_, variant) => this.#describeCopy(job, clip, variant));
    } catch (error) {
      return Array<Described>(nVariants ?? 1).fill(skippedBecauseOf(error, job));
    }
  }

  #describeCopy(job: ClipJob, clip: AudioClip, variant: number): Described {
    try {
      return this.#describe(this.#augmenter!.apply(clip, variant, job.seed ?? 0));
    } catch (error) {
      return skippedBecauseOf(error, { ...job, path: copyId(job.path, variant) });
    }
  }

  #describe(clip: AudioClip): Float32Array {
    return this.#extractor.extract(clip).data;
  }
}
