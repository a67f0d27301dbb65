import { runInTurns, type Steps } from './steps.js';

/** Runs computations in steps one after the other, because they use the same buffers. */
export class StepQueue {
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param start is called when all earlier computations have ended
   * @throws the reason of the signal as soon as it is aborted, also while the computation waits
   */
  run<T>(start: () => Steps<T>, signal?: AbortSignal): Promise<T> {
    const result = this.#last.then(() => runInTurns(start(), signal));
    this.#last = result.catch(() => undefined); // whoever started it gets the error
    return signal ? orAborted(result, signal) : result;
  }
}

function orAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    void result.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
