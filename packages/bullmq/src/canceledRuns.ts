import type { Registry } from './registry.js';

/** How often a worker asks whether a run is canceled, in milliseconds. */
const pause = 1000;

interface Watched {
  readonly controller: AbortController;
  watchers: number;
}

/** Which runs are canceled, as far as a worker must know. */
export class CanceledRuns {
  readonly #registry: Registry;
  readonly #watched = new Map<string, Watched>();
  readonly #known = new Map<string, { readonly at: number; readonly canceled: boolean }>();
  readonly #timer: NodeJS.Timeout;

  constructor(registry: Registry) {
    this.#registry = registry;
    this.#timer = setInterval(() => void this.#look().catch(() => undefined), pause);
  }

  /** Whether a run is canceled; an answer is at most a second old. */
  async has(run: string): Promise<boolean> {
    const known = this.#known.get(run);
    if (known && Date.now() - known.at < pause) return known.canceled;
    const canceled = await this.#registry.isCanceled(run);
    this.#known.set(run, { at: Date.now(), canceled });
    return canceled;
  }

  /** A signal that is aborted when the run is canceled. */
  watch(run: string): { readonly signal: AbortSignal; readonly stop: () => void } {
    const watched = this.#watched.get(run) ?? { controller: new AbortController(), watchers: 0 };
    watched.watchers++;
    this.#watched.set(run, watched);
    const stop = () => {
      if (--watched.watchers === 0) this.#watched.delete(run);
    };
    return { signal: watched.controller.signal, stop };
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    for (const [run, { controller }] of this.#watched) {
      if (await this.has(run)) controller.abort(new Error(`The run \`${run}\` was canceled.`));
    }
  }
}
