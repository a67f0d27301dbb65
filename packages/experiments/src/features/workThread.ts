import { parentPort, workerData } from 'node:worker_threads';
import type { ClipAnswer, ClipJob, ClipWork } from './clipJob.js';
import { ClipWorker } from './clipWorker.js';

/** What a thread sends back: the answer, or the message of an error that is not the clip's own fault. */
export interface ThreadReply {
  readonly id: number;
  readonly answer?: ClipAnswer;
  readonly error?: string;
}

/** What a thread is sent. */
export interface ThreadRequest {
  readonly id: number;
  readonly job: ClipJob;
}

const worker = new ClipWorker(workerData as ClipWork);

parentPort?.on('message', async ({ id, job }: ThreadRequest) => {
  let reply: ThreadReply;
  try {
    reply = { id, answer: await worker.work(job) };
  } catch (error) {
    reply = { id, error: String(error) };
  }
  parentPort!.postMessage(reply);
});
