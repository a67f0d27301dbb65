import { setImmediate } from 'node:timers/promises';

/** Clips between two turns of the event loop: some 50 ms of work. */
const clipsATurn = 64;

/**
 * Goes through clips and lets the event loop turn now and then, so that progress is shown and an interruption heard.
 *
 * @throws the signal's reason
 */
export async function* inTurns<T>(clips: Iterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  let done = 0;
  for (const clip of clips) {
    if (done++ % clipsATurn === 0) await setImmediate();
    signal?.throwIfAborted();
    yield clip;
  }
}
