import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FeatureFile } from './featureFile.js';

/** Features that take more bytes than this are kept in a file, by default: 768 MiB. */
export const defaultFeatureMemory = 768 * 2 ** 20;

/** The files of a run with features that are too large for memory. Close them when done. */
export class FeatureFiles {
  readonly #folder: string;
  readonly #memory: number;
  readonly #open: { readonly path: string; readonly file: FeatureFile }[] = [];

  /**
   * @param folder created when it is needed
   * @param memory largest size of features that are kept in memory, in bytes
   */
  constructor(folder: string, memory = defaultFeatureMemory) {
    this.#folder = folder;
    this.#memory = memory;
  }

  /** A new file for that many values; `undefined` if they are few enough for memory. */
  fileFor(nValues: number): FeatureFile | undefined {
    if (nValues * Float32Array.BYTES_PER_ELEMENT <= this.#memory) return undefined;
    mkdirSync(this.#folder, { recursive: true });
    const path = join(this.#folder, `rows-${this.#open.length + 1}.f32`);
    const file = new FeatureFile(path);
    this.#open.push({ path, file });
    return file;
  }

  /** Closes and deletes the files. */
  close(): void {
    for (const { path, file } of this.#open.splice(0)) {
      file.close();
      rmSync(path, { force: true });
    }
  }
}
