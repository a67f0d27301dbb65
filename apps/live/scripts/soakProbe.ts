/** What the page did since the microphone was opened, measured from outside its code. */
export interface Probe {
  /** Samples that went to the worker. */
  readonly samples: number;
  readonly sampleRate: number;
  /** Clock time from the first to the last chunk, in seconds. */
  readonly clock: number;
  /** The most that the samples were ahead of the clock since the probe was read, in seconds: chunks come late, never early. */
  readonly lead: number;
  /** Frames of the audio clock at the last chunk. */
  readonly frames: number;
  /** Those at the first chunk, less its samples. */
  readonly firstFrames: number;
  /** From the chunk with the last sample of an answer to the answer, in ms. */
  readonly latencies: readonly number[];
  readonly failures: readonly string[];
}

/** Reads the probe in the page. */
export function readProbe(): Probe {
  const { probe } = window as unknown as { probe: { lead: number } & Probe };
  const copy = { ...probe };
  probe.lead = -Infinity;
  return copy;
}

/** Runs in the page before its own scripts: it counts what goes to the worker, and times what comes back. */
export function installProbe(): void {
  const scope = window as unknown as { probe: object; AudioContext: typeof AudioContext };
  const state = {
    ...{ samples: 0, sampleRate: 0, clock: 0, lead: -Infinity, frames: 0, firstFrames: 0 },
    ...{ latencies: [] as number[], failures: [] as string[] },
  };
  /** Ends of the latest chunks, in samples, and when they were sent. */
  const sent: [end: number, time: number][] = [];
  let first = 0;
  let context: AudioContext | undefined;
  scope.probe = state;
  scope.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      context ??= this; // eslint-disable-line @typescript-eslint/no-this-alias
    }
  };
  const watched = new WeakSet<Worker>();
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const post = Worker.prototype.postMessage as (message: unknown, transfer?: unknown) => void;
  Worker.prototype.postMessage = function (this: Worker, message: unknown, transfer?: unknown) {
    if (!watched.has(this)) this.addEventListener('message', onMessage);
    watched.add(this);
    if (typeof message === 'object' && message !== null && 'chunk' in message && context) {
      const { length } = message.chunk as Float32Array;
      const now = performance.now();
      state.sampleRate = context.sampleRate;
      state.frames = Math.round(context.currentTime * context.sampleRate);
      if (state.samples === 0) {
        first = now - (1000 * length) / context.sampleRate;
        state.firstFrames = state.frames - length;
      }
      state.samples += length;
      state.clock = (now - first) / 1000;
      state.lead = Math.max(state.lead, state.samples / state.sampleRate - state.clock);
      sent.push([state.samples, now]);
      if (sent.length > 2000) sent.splice(0, 1000);
    }
    post.call(this, message, transfer);
  };
  function onMessage({ data }: MessageEvent<unknown>): void {
    const { notice } = data as {
      notice?: { type: string; event?: { type: string; end: number }; failure?: unknown };
    };
    if (notice?.type === 'failure') state.failures.push(JSON.stringify(notice.failure));
    if (notice?.type !== 'utterance' || notice.event?.type !== 'measurement') return;
    const end = notice.event.end * state.sampleRate;
    const chunk = sent.find(([last]) => last >= end - 1);
    if (chunk) state.latencies.push(performance.now() - chunk[1]);
  }
}
