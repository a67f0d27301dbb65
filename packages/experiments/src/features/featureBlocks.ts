import type { ExtractedClips } from './extractedClips.js';
import type { FeatureFile } from './featureFile.js';
import type { FeatureFiles } from './featureFiles.js';

/** Collects the features of clips, one block per clip, in one array or in a file. */
export class FeatureBlocks {
  readonly #nFeatures: number;
  readonly #sameLength: boolean;
  readonly #starts = [0];
  readonly #file: FeatureFile | undefined;
  #data: Float32Array;

  /**
   * @param nClips expected number of clips; memory is allocated once if all have the same number of frames
   * @param files where to put features that are too large for memory; only those of clips with the same number of frames
   */
  constructor(
    { nFrames, nFeatures }: Pick<ExtractedClips, 'nFrames' | 'nFeatures'>,
    nClips: number,
    files?: FeatureFiles,
  ) {
    this.#nFeatures = nFeatures;
    this.#sameLength = nFrames !== undefined;
    const nValues = (nFrames ?? 0) * nFeatures * nClips;
    this.#file = files?.fileFor(nValues);
    this.#data = new Float32Array(this.#file ? 0 : nValues);
  }

  /** @param block row-major, `[nFrames, nFeatures]` */
  add(block: Float32Array): void {
    if (this.#file) return this.#file.append(block);
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
  get all(): Pick<ExtractedClips, 'data' | 'stored' | 'starts'> {
    if (this.#file) return { data: this.#data, stored: this.#file };
    const data = this.#data.subarray(0, this.#starts.at(-1)! * this.#nFeatures);
    return this.#sameLength ? { data } : { data, starts: Uint32Array.from(this.#starts) };
  }
}
