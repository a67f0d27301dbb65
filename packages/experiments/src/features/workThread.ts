import { parentPort, workerData } from 'node:worker_threads';
import type { ClipResult, ClipJob, ClipWork } from './clipJob.js';
import { ClipWorker } from './clipWorker.js';

/** What a thread sends back: the result, or the message of an error that is not caused by the clip. */
export interface ThreadReply {
  readonly id: number;
  readonly result?: ClipResult;
  readonly error?: string;
}

/** What a thread receives. */
export interface ThreadRequest {
  readonly id: number;
  readonly job: ClipJob;
}

const worker = new ClipWorker(workerData as ClipWork);

parentPort?.on('message', (request: ThreadRequest) => {
  void answer(request).then((reply) => parentPort!.postMessage(reply));
});

async function answer({ id, job }: ThreadRequest): Promise<ThreadReply> {
  try {
    return { id, result: await worker.work(job) };
  } catch (error) {
    return { id, error: String(error) };
  }
}
