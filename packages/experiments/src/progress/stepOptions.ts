import type { RunEvent } from './runEvent.js';

/** Options of every step that takes time. */
export interface StepOptions {
  /** Stops the step; it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with every event that an app may show. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
}
