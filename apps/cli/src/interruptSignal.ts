import type { EventEmitter } from 'node:events';
import { exitCode } from './exitCode.js';

export interface InterruptSignalOptions {
  /** Receives `SIGINT`. */
  readonly process: EventEmitter;
  /** Ends the process. */
  readonly exit: (code: number) => void;
}

/**
 * Aborted at the first Ctrl-C, for an orderly end. The second Ctrl-C ends the process at once. Soon after the first, no
 * listener is left, so the operating system ends the process even during a long computation. Until then, a second Ctrl-C
 * may have been sent during the same computation as the first: both arrive together, one after the other.
 */
export function interruptSignal({ process, exit }: InterruptSignalOptions): AbortSignal {
  const controller = new AbortController();
  process.on('SIGINT', () => {
    if (controller.signal.aborted) return exit(exitCode.interrupted);
    controller.abort();
    setImmediate(() => process.removeAllListeners('SIGINT'));
  });
  return controller.signal;
}
