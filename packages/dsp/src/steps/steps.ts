import { LongTask } from '@ser/core';

/** A computation in steps of at most a few milliseconds: it yields between two steps and returns the result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Frames of 10 to 30 ms that one step computes. */
export const framesPerStep = 32;

/** Samples that one step reads. */
export const samplesPerStep = 1 << 17;

/** Runs all steps at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Runs the steps and lets the event loop run between them. @throws the reason of the signal, once it is aborted */
export async function runInTurns<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  const task = new LongTask(signal);
  for (;;) {
    await task.pause();
    const step = steps.next();
    if (step.done) return step.value;
  }
}
