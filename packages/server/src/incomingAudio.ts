/** What a stream of audio may hold back: the client waits when more is unread. */
const highWater = 1 << 20;

export interface Pausable {
  pause(): void;
  resume(): void;
}

/** The binary messages of a client, for a reader that is slower: a client that is too fast is paused. */
export class IncomingAudio implements AsyncIterable<Uint8Array> {
  readonly #socket: Pausable;
  #messages: Uint8Array[] = [];
  #nBytes = 0;
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(socket: Pausable) {
    this.#socket = socket;
  }

  push(message: Uint8Array): void {
    if (this.#ended) return;
    this.#messages.push(message);
    this.#nBytes += message.length;
    if (this.#nBytes > highWater) this.#socket.pause();
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      const message = this.#messages.shift();
      if (message) {
        this.#nBytes -= message.length;
        if (this.#nBytes <= highWater) this.#socket.resume();
        yield message;
      } else if (this.#ended) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
