import { captureVoice } from '../audio/captureVoice.js';
import type { Live } from './live.js';
import { Store } from './store.js';

/** Longest recording of a clip, in seconds. */
const longestClip = 5;

export interface TeachingState {
  readonly phase: 'idle' | 'recording' | 'learning';
  /** The last taught clip, who taught it, and what it was recognized as. */
  readonly last?:
    | { readonly id: string; readonly speaker: string; readonly label: string; readonly recognized: string }
    | undefined;
}

/** Records clips of an emotion, and teaches them to the model of the speaker. */
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
    const { selected: speaker } = this.#live.state;
    try {
      const clip = await captureVoice(this.#stop.signal, longestClip);
      this.set({ phase: 'learning' });
      const { id, recognized, model } = await this.#live.worker.call('teach', { ...clip, label, speaker });
      await this.#live.learned(speaker, model);
      this.set({ last: { id, speaker, label, recognized: recognized.label } });
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
    const { id, speaker } = last;
    await this.#live.learned(speaker, await this.#live.worker.call('forget', { speaker, ids: [id] }));
    this.set({ last: undefined });
  }
}
