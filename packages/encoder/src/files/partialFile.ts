/** The part of a file that has been received. */
export class PartialFile {
  /** Identifies the version of the file, so that two parts of different versions are never joined. */
  version: string | undefined;
  #chunks: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** Begins again. */
  clear(): void {
    this.#chunks = [];
    this.#length = 0;
    this.version = undefined;
  }

  /** The whole file; its parts are freed. */
  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#length);
    let end = 0;
    for (const chunk of this.#chunks.splice(0)) {
      bytes.set(chunk, end);
      end += chunk.length;
    }
    return bytes;
  }
}
