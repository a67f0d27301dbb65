import type { Engine } from './engine.js';
import { openEngine } from './openEngine.js';

let opened: Promise<Engine> | undefined;

/** The engine that `'auto'` opens; it is opened once per process. @throws {SerError} `engine-unavailable` */
export function defaultEngine(): Promise<Engine> {
  opened ??= openEngine('auto').catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}
