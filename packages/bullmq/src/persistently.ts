import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two tries. */
const pause = 500;

/**
 * Repeats a request to the queue's server until it is answered: a restarted server, or a network that was cut, loses
 * nothing. Every request of this package may be repeated.
 *
 * @throws the signal's reason
 */
export async function persistently<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await request();
    } catch (error) {
      if (!isOfConnection(error)) throw error;
    }
    await setTimeout(pause);
  }
}

/**
 * What the clients of both servers say about a lost connection, and servers while they start or stop: messages, and codes of
 * PostgreSQL.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const signs = [
  /\b(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|LOADING)\b/,
  /\b(57P0[123]|08(000|001|003|004|006))\b/,
  /Connection (is closed|terminated|ended)|terminating connection|not queryable|accepting connections/i,
  /starting up|shutting down|recovery mode|timeout exceeded when trying to connect/i,
];

function isOfConnection(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isOfConnection);
  if (!(error instanceof Error)) return false;
  const text = `${(error as NodeJS.ErrnoException).code} ${error.message}`;
  return signs.some((sign) => sign.test(text));
}
