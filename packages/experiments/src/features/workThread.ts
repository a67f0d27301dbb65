import { parentPort, workerData } from 'node:worker_threads';
import type { ClipWork } from './clipJob.js';
import { ClipWorker } from './clipWorker.js';
import {
  type DamagedNotice,
  endOfThread,
  type EndOfThread,
  type ThreadReply,
  type ThreadRequest,
} from './threadMessages.js';

const worker = new ClipWorker(workerData as ClipWork, (damaged) => {
  parentPort!.postMessage({ damaged } satisfies DamagedNotice);
});

parentPort?.on('message', (request: ThreadRequest | EndOfThread) => {
  if (request === endOfThread) void end();
  else void answer(request).then((reply) => parentPort!.postMessage(reply));
});

/** Without its port, nothing keeps the thread alive. */
async function end(): Promise<void> {
  await worker.close().catch(() => undefined); // only the last file of the cache is missing
  parentPort!.close();
}

async function answer({ id, job }: ThreadRequest): Promise<ThreadReply> {
  try {
    return { id, result: await worker.work(job) };
  } catch (error) {
    return { id, error: String(error) };
  }
}
