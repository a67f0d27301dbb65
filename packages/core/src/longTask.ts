import { nextTurn } from './nextTurn.js';

/** Milliseconds of work between two turns of the event loop. */
const longestWork = 5;

/**
 * A long computation that lets the event loop run every few milliseconds and ends when its signal is aborted.
 *
 * @example
 * const task = new LongTask(signal);
 * for (const block of blocks) {
 *   await task.pause();
 *   use(block);
 * }
 */
export class LongTask {
  readonly #signal: AbortSignal | undefined;
  #since = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** Call it between two steps of at most a few milliseconds. @throws the reason of the signal, once it is aborted */
  async pause(): Promise<void> {
    this.#signal?.throwIfAborted();
    if (performance.now() - this.#since < longestWork) return;
    await nextTurn();
    this.#since = performance.now();
    this.#signal?.throwIfAborted();
  }
}
