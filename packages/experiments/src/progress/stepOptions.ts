import type { RunEvent } from './runEvent.js';

/** What every step that takes time listens to, and tells. */
export interface StepOptions {
  /** Stops the step; it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with everything an app may want to show. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
}
