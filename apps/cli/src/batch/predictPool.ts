import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { InputClip } from './inputClips.js';
import type { Outcome } from './predictClip.js';
import type { PredictThreadData, PredictThreadReply, PredictThreadRequest } from './predictThreadMessages.js';

interface Waiting {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

/** Threads that answer clips with the same model. Close it when done. */
export class PredictPool {
  readonly #threads: readonly Worker[];
  readonly #waiting = new Map<number, Waiting>();
  #nClips = 0;
  #failure: Error | undefined;

  constructor(data: PredictThreadData, nThreads: number) {
    this.#threads = Array.from({ length: nThreads }, () => this.#start(data));
  }

  /** @throws if the threads cannot work, or on an error that is not caused by the clip */
  answer(clip: InputClip): Promise<Outcome> {
    if (this.#failure) return Promise.reject(this.#failure);
    const id = this.#nClips++;
    const request: PredictThreadRequest = { id, clip };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#threads[id % this.#threads.length]!.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }

  #start(workerData: PredictThreadData): Worker {
    const here = import.meta.url;
    const isSource = extname(here) === '.ts';
    const file = new URL(isSource ? './predictSourceThread.mjs' : './predictThread.js', here);
    const execArgv = isSource ? ['--conditions=@ser/source'] : process.execArgv;
    const thread = new Worker(file, { workerData, execArgv });
    thread.on('message', ({ id, outcome, error }: PredictThreadReply) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (outcome) waiting?.resolve(outcome);
      else waiting?.reject(new Error(error));
    });
    thread.on('error', (error: Error) => this.#fail(error));
    thread.on('exit', () => this.#fail(new Error('A thread has ended.')));
    return thread;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}
