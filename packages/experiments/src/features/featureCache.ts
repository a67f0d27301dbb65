import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, writeWhole } from '../files/runFolder.js';
import { version } from '../version.js';
import type { ClipJob, ClipWork } from './clipJob.js';

/** How many blocks of features a clip has, and how many values each. */
export interface CachedShape {
  /** 1, or the number of altered copies. */
  readonly nBlocks: number;
  /** Values of a block, `nFrames * nFeatures`; `undefined` where blocks differ. */
  readonly size: number | undefined;
}

/**
 * Features in a folder, one file a clip, so that other splits, normalisations and classifiers need not compute them
 * again. They are found by what they were computed of and how: the content of the audio file, the descriptions of
 * features and copies, the seed of copies, and the version of this package. While working on the code that computes
 * features, empty the folder by hand.
 */
export class FeatureCache {
  readonly #folder: string;
  readonly #shape: CachedShape;
  readonly #how: string;

  constructor(folder: string, { features, augmentation }: ClipWork, shape: CachedShape) {
    this.#folder = folder;
    this.#shape = shape;
    this.#how = JSON.stringify([version, features, augmentation ?? null]);
  }

  /** Where the features of a clip are kept, whether they are there or not. */
  async placeOf({ file, seed = 0 }: ClipJob): Promise<string> {
    const hash = createHash('sha256')
      .update(`${this.#how} ${seed} `)
      .update(await readFile(file));
    const name = hash.digest('hex');
    return join(this.#folder, name.slice(0, 2), `${name.slice(2)}.f32`);
  }

  /** The blocks kept at a place; `undefined` where there are none, or too few or many values. */
  async read(place: string): Promise<readonly Float32Array[] | undefined> {
    const { nBlocks, size } = this.#shape;
    const bytes = await readIfThere(place);
    if (!bytes || bytes.byteLength % Float32Array.BYTES_PER_ELEMENT !== 0) return undefined;
    const values = new Float32Array(Uint8Array.from(bytes).buffer);
    const nSizes = size === undefined ? nBlocks : 0;
    const sizes = size === undefined ? values.subarray(0, nSizes) : Array<number>(nBlocks).fill(size);
    let end = nSizes;
    const blocks = Array.from(sizes, (length) => values.slice(end, (end += length)));
    return sizes.length === nBlocks && end === values.length ? blocks : undefined;
  }

  /** Keeps the blocks of a clip, as float32 one after the other; where they differ, their sizes come first. */
  async write(place: string, blocks: readonly Float32Array[]): Promise<void> {
    const sizes = this.#shape.size === undefined ? blocks.map(({ length }) => length) : [];
    const parts = [Float32Array.from(sizes), ...blocks];
    await writeWhole(place, Buffer.concat(parts.map(bytesOf)));
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
