import { join } from 'node:path';
import { encoderCard } from '@ser/encoder';
import { readIfExists, seal, unseal } from '../files/sealed.js';
import { writeAtomically } from '../files/writeAtomically.js';
import { version } from '../version.js';
import type { ClipJob, ClipWork } from './clipJob.js';

/** The number of feature blocks per clip, and of values per block. */
export interface CachedShape {
  /** 1, or the number of augmented copies. */
  readonly nBlocks: number;
  /** Values per block, `nFrames * nFeatures`; `undefined` if blocks differ. */
  readonly size: number | undefined;
}

/** The layout of the files; others are not found. */
const layout = 'blocks, checksum';

/**
 * A folder with the features of each clip in a file, so that runs with another split, normalization, or classifier do not
 * compute them again. The file name is a hash of the audio file's content, the descriptions of features and copies, the
 * seed of the copies, the version of this package, and the weights of the speech encoder if it is used. If you change
 * code that computes features, delete the folder.
 *
 * Every file ends with a checksum, so files are not flushed to the disk: one that a power failure damages is computed
 * again. Several runs may use a folder at the same time: each writes complete files, and files
 * of the same name have the same content.
 */
export class FeatureCache {
  readonly #folder: string;
  readonly #shape: CachedShape;
  readonly #how: string;

  constructor(folder: string, { features, augmentation }: ClipWork, shape: CachedShape) {
    this.#folder = folder;
    this.#shape = shape;
    const usesEncoder = features.features.some(({ name }) => name === 'encoder');
    const encoder = usesEncoder ? [encoderCard.sha256] : [];
    this.#how = JSON.stringify([version, layout, features, augmentation ?? null, ...encoder]);
  }

  /** What determines the features of a clip, besides the content of its file. */
  textOf({ start, end, seed = 0 }: ClipJob): string {
    const part = start === undefined && end === undefined ? '' : `${start ?? 0}-${end ?? ''} `;
    return `${this.#how} ${seed} ${part}`;
  }

  /**
   * The file for the features of a clip, whether or not it exists.
   *
   * @param hash the hash of the clip's `textOf` and the content of its file
   */
  placeOf(hash: string): string {
    return join(this.#folder, hash.slice(0, 2), `${hash.slice(2)}.f32`);
  }

  /** The blocks in a file; `undefined` if it does not exist, `'damaged'` if it is not as it was written. */
  async read(place: string): Promise<readonly Float32Array[] | 'damaged' | undefined> {
    const sealed = await readIfExists(place);
    if (sealed === undefined) return undefined;
    const bytes = unseal(sealed);
    return (bytes && this.#blocksOf(bytes)) ?? 'damaged';
  }

  #blocksOf(bytes: Uint8Array): readonly Float32Array[] | undefined {
    const { nBlocks, size } = this.#shape;
    if (bytes.byteLength % Float32Array.BYTES_PER_ELEMENT !== 0) return undefined;
    const values = new Float32Array(Uint8Array.from(bytes).buffer);
    const nSizes = size === undefined ? nBlocks : 0;
    const sizes = size === undefined ? values.subarray(0, nSizes) : Array<number>(nBlocks).fill(size);
    let end = nSizes;
    const blocks = Array.from(sizes, (length) => values.slice(end, (end += length)));
    return sizes.length === nBlocks && end === values.length ? blocks : undefined;
  }

  /**
   * Stores the blocks of a clip as float32, one after the other; if they differ in size, their sizes come first. The
   * checksum is last.
   */
  async write(place: string, blocks: readonly Float32Array[]): Promise<void> {
    const sizes = this.#shape.size === undefined ? blocks.map(({ length }) => length) : [];
    const parts = [Float32Array.from(sizes), ...blocks];
    await writeAtomically(place, seal(Buffer.concat(parts.map(bytesOf))), { durable: false });
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
