import { VoiceFunctionalsPlan, type FrontEnd } from '@ser/dsp';

/** What every thread is given. */
export interface FunctionalsThread {
  readonly frontEnd: FrontEnd;
  readonly clips: readonly Float32Array[];
  /** Of shape `[1]`, in shared memory: the number of the next clip. */
  readonly next: Int32Array;
}

/** Described before the clock starts, as by the peers: compilers are at work then. */
const warmUpClips = 30;

/** One thread's share of describing clips, warmed up when it is made. */
export class FunctionalsWork {
  readonly #thread: FunctionalsThread;
  readonly #plan: VoiceFunctionalsPlan;
  readonly #output: Float32Array;

  constructor(thread: FunctionalsThread) {
    this.#thread = thread;
    this.#plan = new VoiceFunctionalsPlan({ sampleRate: 16000, frontEnd: thread.frontEnd });
    this.#output = new Float32Array(this.#plan.names.length);
    for (const samples of thread.clips.slice(0, warmUpClips)) this.#plan.transform(samples, this.#output);
  }

  get nFunctionals(): number {
    return this.#plan.names.length;
  }

  /** Describes clips until none is left. */
  describeAll(): void {
    const { clips, next } = this.#thread;
    for (;;) {
      const samples = clips[Atomics.add(next, 0, 1)];
      if (samples === undefined) return;
      this.#plan.transform(samples, this.#output);
    }
  }
}
