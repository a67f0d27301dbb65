/** Chunks from a source that does not wait, for a reader that does. */
export class ChunkQueue implements AsyncIterableIterator<Float32Array> {
  readonly #capacity: number;
  readonly #overrun: () => Error;
  readonly #onReturn: () => void;
  #chunks: Float32Array[] = [];
  #length = 0;
  #end: { readonly error?: unknown } | undefined;
  #wake: (() => void) | undefined;

  /**
   * @param capacity the largest number of samples to keep
   * @param overrun the error when there are more
   * @param onReturn is called when the reader stops reading
   */
  constructor(capacity: number, overrun: () => Error, onReturn: () => void) {
    this.#capacity = capacity;
    this.#overrun = overrun;
    this.#onReturn = onReturn;
  }

  push(chunk: Float32Array): void {
    if (this.#end) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length > this.#capacity) {
      this.#chunks = [];
      this.fail(this.#overrun());
    } else this.#wake?.();
  }

  /** The reader gets what is left, and then the end. */
  end(): void {
    this.#end ??= {};
    this.#wake?.();
  }

  /** The reader gets what is left, and then the error. */
  fail(error: unknown): void {
    if (this.#end) return;
    this.#end = { error };
    this.#onReturn();
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<Float32Array, undefined>> {
    while (this.#chunks.length === 0) {
      if (this.#end) {
        if ('error' in this.#end) throw this.#end.error;
        return { done: true, value: undefined };
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    const value = this.#chunks.shift()!;
    this.#length -= value.length;
    return { done: false, value };
  }

  return(): Promise<IteratorResult<Float32Array, undefined>> {
    this.end();
    this.#chunks = [];
    this.#onReturn();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
