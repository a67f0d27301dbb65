/** Chunks that messages bring, for a reader that waits for them. */
export class ChunkFeed implements AsyncIterable<Float32Array> {
  #chunks: Float32Array[] = [];
  #ended = false;
  #wake: (() => void) | undefined;

  push(chunk: Float32Array): void {
    if (this.#ended) return;
    this.#chunks.push(chunk);
    this.#wake?.();
  }

  /** The reader gets what is left, and then the end. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Float32Array> {
    for (;;) {
      const chunks = this.#chunks;
      this.#chunks = [];
      yield* chunks;
      if (this.#chunks.length > 0) continue;
      if (this.#ended) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
