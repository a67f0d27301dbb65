import { captureVoice } from '../audio/captureVoice.js';
import type { Live } from './live.js';
import { Store } from './store.js';

/** Longest recording of a clip, in seconds. */
const longestClip = 5;

export interface TeachingState {
  readonly phase: 'idle' | 'recording' | 'learning';
  /** The last taught clip and what it was recognized as. */
  readonly last?: { readonly id: string; readonly label: string; readonly before: string } | undefined;
}

/** Records clips of an emotion, and teaches them to the model. */
export class Teaching extends Store<TeachingState> {
  readonly #live: Live;
  #stop = new AbortController();

  constructor(live: Live) {
    super({ phase: 'idle' });
    this.#live = live;
  }

  async record(label: string): Promise<void> {
    this.#stop = new AbortController();
    this.set({ phase: 'recording', last: undefined });
    this.#live.set({ problem: undefined });
    try {
      const clip = await captureVoice(this.#stop.signal, longestClip);
      this.set({ phase: 'learning' });
      const result = await this.#live.worker.call('teach', { ...clip, label });
      await this.#live.learned(result);
      this.set({ last: { id: result.id, label, before: result.before.label } });
    } catch (error) {
      this.#live.fail(error);
    } finally {
      this.set({ phase: 'idle' });
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  async undo(): Promise<void> {
    const { last } = this.state;
    if (!last) return;
    await this.#live.learned(await this.#live.worker.call('forget', last.id));
    this.set({ last: undefined });
  }
}
