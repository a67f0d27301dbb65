import { createFeaturePlan, type FeaturePlan, type FrontEnd } from '@ser/dsp';

/** The data of every thread. */
export interface FunctionalsThread {
  readonly frontEnd: FrontEnd;
  readonly clips: readonly Float32Array[];
  /** Of shape `[1]`, in shared memory: the number of the next clip. */
  readonly next: Int32Array;
}

/** Number of clips to process before the measurement, as in `reference/bench/functionals.py`. */
const warmUpClips = 30;

/** Processes clips in one thread; the constructor warms up. */
export class FunctionalsWork {
  readonly #thread: FunctionalsThread;
  readonly #plan: FeaturePlan;

  constructor(thread: FunctionalsThread) {
    this.#thread = thread;
    this.#plan = createFeaturePlan({
      sampleRate: 16000,
      features: [{ name: 'functionals', frontEnd: thread.frontEnd }],
    });
    for (const samples of thread.clips.slice(0, warmUpClips)) this.#extract(samples);
  }

  get nFunctionals(): number {
    return this.#plan.names.length;
  }

  /** Processes clips until none is left. */
  processAll(): void {
    const { clips, next } = this.#thread;
    for (;;) {
      const samples = clips[Atomics.add(next, 0, 1)];
      if (samples === undefined) return;
      this.#extract(samples);
    }
  }

  #extract(samples: Float32Array): void {
    this.#plan.extract({ samples, sampleRate: 16000 });
  }
}
