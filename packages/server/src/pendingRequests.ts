import { ServerError } from './errors.js';

/**
 * The requests whose recognition has not started. Closing the server rejects them; those that are being answered finish.
 *
 * A set rather than one signal for all: a signal that lives as long as the server keeps a trace of each request.
 */
export class PendingRequests {
  readonly #requests = new Set<AbortController>();
  #isClosed = false;

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Once the server closes, the request is aborted with `server-busy`. */
  add(request: AbortController): void {
    if (this.#isClosed) request.abort(shuttingDown());
    else this.#requests.add(request);
  }

  delete(request: AbortController): void {
    this.#requests.delete(request);
  }

  /** Aborts all of them, and those that are added from now on. */
  close(): void {
    this.#isClosed = true;
    for (const request of this.#requests) request.abort(shuttingDown());
    this.#requests.clear();
  }
}

function shuttingDown(): ServerError {
  return new ServerError('server-busy', 'The server is shutting down. Try again in a few seconds.');
}
