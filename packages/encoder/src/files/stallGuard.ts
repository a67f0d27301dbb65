import type { DownloadOptions } from './downloadOptions.js';

/** Ends a request from which nothing has been received for some time, or whose user cancels it. */
export class StallGuard {
  readonly #controller = new AbortController();
  readonly #seconds: number;
  readonly #userSignal: AbortSignal | undefined;
  readonly #cancel = () => this.#controller.abort(this.#userSignal?.reason);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reason: string | undefined;

  constructor({ stallTimeout = 60, signal }: DownloadOptions) {
    this.#seconds = stallTimeout;
    this.#userSignal = signal;
    signal?.addEventListener('abort', this.#cancel, { once: true });
    if (signal?.aborted) this.#cancel();
    this.reset();
  }

  /** For `fetch`. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why the request was ended, unless the user has canceled it. */
  get reason(): string | undefined {
    return this.#reason;
  }

  /** Something has been received. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#reason = `nothing was received for ${this.#seconds} s`;
      this.#controller.abort();
    }, 1000 * this.#seconds);
  }

  /** The request is over: what has not been received of it is not wanted. */
  end(): void {
    this.#controller.abort();
    clearTimeout(this.#timer);
    this.#userSignal?.removeEventListener('abort', this.#cancel);
  }
}
