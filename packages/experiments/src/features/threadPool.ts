import { Worker } from 'node:worker_threads';
import type { ClipAnswer, ClipJob, ClipWork } from './clipJob.js';
import { threadProgram } from './threadProgram.js';
import type { ThreadReply, ThreadRequest } from './workThread.js';

/** Threads that work on clips, each on one after the other. Close it when done. */
export class ThreadPool {
  readonly #threads: readonly Thread[];
  #turn = 0;

  constructor(work: ClipWork, nThreads: number) {
    this.#threads = Array.from({ length: nThreads }, () => new Thread(work));
  }

  /** @throws when the thread cannot be started, has died, or met an error that is not the clip's own fault */
  work(job: ClipJob): Promise<ClipAnswer> {
    return this.#threads[this.#turn++ % this.#threads.length]!.work(job);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

interface Waiting {
  readonly resolve: (answer: ClipAnswer) => void;
  readonly reject: (error: Error) => void;
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #nJobs = 0;
  #failure: Error | undefined;

  constructor(workerData: ClipWork) {
    const { file, execArgv } = threadProgram();
    this.#worker = new Worker(file, { workerData, execArgv: [...execArgv] });
    this.#worker.on('message', (reply: ThreadReply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('The thread has ended.')));
  }

  work(job: ClipJob): Promise<ClipAnswer> {
    if (this.#failure) return Promise.reject(this.#failure);
    const id = this.#nJobs++;
    const request: ThreadRequest = { id, job };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle({ id, answer, error }: ThreadReply): void {
    const waiting = this.#waiting.get(id)!;
    this.#waiting.delete(id);
    if (answer) waiting.resolve(answer);
    else waiting.reject(new Error(error));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}
