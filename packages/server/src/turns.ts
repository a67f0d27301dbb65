import { ServerError } from './errors.js';

/** Lets a few tasks run at once; the others wait in order. */
export class Turns {
  readonly #concurrency: number;
  readonly #maxWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor({ concurrency, maxWaiting }: { readonly concurrency: number; readonly maxWaiting: number }) {
    this.#concurrency = concurrency;
    this.#maxWaiting = maxWaiting;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Whether another task may wait: to be asked before an upload is read.
   *
   * @throws {SerError} `server-busy`
   */
  requireRoom(): void {
    if (this.#running < this.#concurrency || this.#waiting.length < this.#maxWaiting) return;
    throw new ServerError(
      'server-busy',
      `At most ${this.#maxWaiting} requests may wait; got more. Try again in a few seconds.`,
    );
  }

  /**
   * Runs a task when it is its turn.
   *
   * @throws {SerError} `server-busy`, and what the task throws
   */
  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    this.requireRoom();
    if (this.#running >= this.#concurrency) await this.#turn(signal);
    else this.#running++;
    try {
      signal.throwIfAborted();
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }

  /** Waits until a task that ends passes its place on; a canceled task leaves the queue at once. */
  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(start), 1);
        reject(signal.reason as Error);
      };
      const start = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      if (signal.aborted) return reject(signal.reason as Error);
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.push(start);
    });
  }
}
