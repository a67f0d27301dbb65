/**
 * The items of a Web Stream, also where it is not iterable itself (Safari). Ending the iteration cancels the stream at
 * once, also while an item is awaited; `return` of a generator would wait for the item.
 */
export function itemsOf<T>(stream: ReadableStream<T>): AsyncIterableIterator<T> {
  const reader = stream.getReader();
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const { done, value } = await reader.read();
      return done ? { done, value: undefined } : { done, value };
    },
    async return() {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}

/** A Web Stream that turns what is written into what can be read: an argument of `pipeThrough`. */
export interface StreamPair<In, Out> {
  readonly readable: ReadableStream<Out>;
  readonly writable: WritableStream<In>;
}

/**
 * What an iteration over a Web Stream's items yields, as a Web Stream. Nothing is computed before it is read; canceling
 * it aborts the iteration, also while it waits for input.
 */
export function transformed<In, Out>(
  iterate: (items: ReadableStream<In>, signal: AbortSignal) => AsyncGenerator<Out>,
): StreamPair<In, Out> {
  const input = new TransformStream<In, In>();
  const canceled = new AbortController();
  const items = iterate(input.readable, canceled.signal);
  const readable = new ReadableStream<Out>(
    {
      async pull(controller) {
        const item = await items.next();
        if (item.done === true) controller.close();
        else controller.enqueue(item.value);
      },
      async cancel(reason) {
        canceled.abort(reason);
        // an iteration that has not begun does not notice
        if (!input.readable.locked) await input.readable.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return { readable, writable: input.writable };
}
