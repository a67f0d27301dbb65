import type { EventEmitter } from 'node:events';

/**
 * Aborted at the first Ctrl-C, for an orderly end. The second Ctrl-C ends the process at once, even during a long
 * computation: with no listener left, the operating system does it.
 */
export function interruptSignal(process: EventEmitter): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => {
    process.removeAllListeners('SIGINT');
    controller.abort();
  });
  return controller.signal;
}
