import { itemsOf } from './webStream.js';

/** Items that are available at once or over time. */
export type Items<T> = AsyncIterable<T> | Iterable<T> | ReadableStream<T>;

/**
 * The same items until the signal is aborted; then its reason is thrown at once, even while the next item is awaited.
 * The source is always asked to close.
 */
export async function* abortable<T>(items: Items<T>, signal?: AbortSignal): AsyncGenerator<T> {
  const iterator = iteratorOf(items);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const result = await (signal ? orAborted(iterator.next(), signal) : iterator.next());
      if (result.done) return;
      yield result.value;
    }
  } finally {
    // not awaited: a source that hangs in `next` never resolves it
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

function iteratorOf<T>(items: Items<T>): AsyncIterator<T> | Iterator<T> {
  if ('getReader' in items) return itemsOf(items);
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}

/**
 * A promise that is rejected when the signal is aborted. It removes its listener: a race against one promise for the
 * whole stream would keep a reaction for every item.
 */
function orAborted<T>(awaited: T | Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    void Promise.resolve(awaited)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}
