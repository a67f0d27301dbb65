import type { ClipJob, ClipResult, ClipResults, ClipWork, FeaturesOrSkip } from './clipJob.js';
import { WorkFeatures } from './workFeatures.js';
import { ContentHashes } from './contentHashes.js';
import { SharedClip } from './sharedClip.js';

/**
 * Reads clips and computes their features, or those of augmented copies, for several descriptions at once; tables and
 * buffers are allocated once. Close it when done.
 */
export class ClipWorker {
  readonly #all: readonly WorkFeatures[];
  readonly #contents = new ContentHashes();
  readonly #onDamaged: (place: string) => void;

  /** @param onDamaged called with the name of each damaged file in the cache, which is then written again */
  constructor(works: readonly ClipWork[], onDamaged: (place: string) => void) {
    this.#all = works.map((work) => new WorkFeatures(work));
    this.#onDamaged = onDamaged;
  }

  /**
   * The results of a clip, one per work. It is read only if the cache does not have all of them.
   *
   * @throws errors that are not caused by the clip; for the others, the result says why the clip is skipped
   */
  async work(job: ClipJob, signal?: AbortSignal): Promise<ClipResults> {
    const places = await this.#placesOf(job);
    const results = new Map<WorkFeatures, ClipResult>();
    for (const [features, place] of places) {
      const kept = await features.cache!.read(place);
      if (kept === 'damaged') this.#onDamaged(place);
      else if (kept) results.set(features, kept);
    }
    const missing = this.#all.filter((features) => !results.has(features));
    const computed = await compute(missing, new SharedClip(job, signal));
    for (const [features, result] of computed) {
      results.set(features, result);
      const place = places.get(features);
      if (place !== undefined) await features.keep(place, result);
    }
    return this.#all.map((features) => results.get(features)!);
  }

  /** Finishes the cache, and ends the use of speech encoders, if there are any. */
  async close(): Promise<void> {
    const closed = await Promise.allSettled(this.#all.map((features) => features.close()));
    for (const result of closed) if (result.status === 'rejected') throw result.reason;
  }

  /** The files of the cache; none if the audio file cannot be read, which is reported when its features are computed. */
  async #placesOf(job: ClipJob): Promise<ReadonlyMap<WorkFeatures, string>> {
    const cached = this.#all.flatMap((features) =>
      features.cache ? [{ features, cache: features.cache }] : [],
    );
    if (cached.length === 0) return new Map();
    const texts = cached.map(({ cache }) => cache.textOf(job));
    const hashes = await this.#contents.hashesOf(texts, job).catch(() => []);
    return new Map(hashes.map((hash, i) => [cached[i]!.features, cached[i]!.cache.placeOf(hash)]));
  }
}

/** The copies of one variant for all descriptions, then those of the next. */
async function compute(
  descriptions: readonly WorkFeatures[],
  clip: SharedClip,
): Promise<ReadonlyMap<WorkFeatures, ClipResult>> {
  const results = new Map(descriptions.map((features) => [features, [] as FeaturesOrSkip[]]));
  const nBlocks = Math.max(0, ...descriptions.map((features) => features.nBlocks));
  for (let index = 0; index < nBlocks; index++) {
    for (const [features, blocks] of results) {
      if (index < features.nBlocks) blocks.push(await features.block(clip, index));
    }
  }
  return results;
}
