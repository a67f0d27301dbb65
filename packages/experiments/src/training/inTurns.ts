import { nextTurn } from '@ser/core';

/** Clips between two turns of the event loop: about 50 ms of work. */
const clipsATurn = 64;

/**
 * Iterates over clips and regularly lets the event loop run, to show progress and to react to an abort signal.
 *
 * @throws the signal's reason
 */
export async function* inTurns<T>(clips: Iterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  let done = 0;
  for (const clip of clips) {
    if (done++ % clipsATurn === 0) await nextTurn();
    signal?.throwIfAborted();
    yield clip;
  }
}
