import type { ExtractedClips } from './extractedClips.js';

/** Collects the features of clips, one block per clip, in one array. */
export class FeatureBlocks {
  readonly #nFeatures: number;
  readonly #sameLength: boolean;
  readonly #starts = [0];
  #data: Float32Array;

  /** @param nClips expected number of clips; memory is allocated once if all have the same number of frames */
  constructor({ nFrames, nFeatures }: Pick<ExtractedClips, 'nFrames' | 'nFeatures'>, nClips: number) {
    this.#nFeatures = nFeatures;
    this.#sameLength = nFrames !== undefined;
    this.#data = new Float32Array((nFrames ?? 0) * nFeatures * nClips);
  }

  /** @param block row-major, `[nFrames, nFeatures]` */
  add(block: Float32Array): void {
    const start = this.#starts.at(-1)! * this.#nFeatures;
    const end = start + block.length;
    if (end > this.#data.length) {
      const larger = new Float32Array(Math.max(end, 2 * this.#data.length));
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data.set(block, start);
    this.#starts.push(end / this.#nFeatures);
  }

  /** All blocks, one after the other, and where each of them begins. */
  get all(): Pick<ExtractedClips, 'data' | 'starts'> {
    const data = this.#data.subarray(0, this.#starts.at(-1)! * this.#nFeatures);
    return this.#sameLength ? { data } : { data, starts: Uint32Array.from(this.#starts) };
  }
}
