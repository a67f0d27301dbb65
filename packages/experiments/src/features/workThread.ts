import { parentPort, workerData } from 'node:worker_threads';
import type { ClipWork } from './clipJob.js';
import { ClipWorker } from './clipWorker.js';
import { endOfThread, type EndOfThread, type ThreadReply, type ThreadRequest } from './threadMessages.js';

const worker = new ClipWorker(workerData as ClipWork);

parentPort?.on('message', (request: ThreadRequest | EndOfThread) => {
  if (request === endOfThread) void end();
  else void answer(request).then((reply) => parentPort!.postMessage(reply));
});

/** Without its port, nothing keeps the thread alive. */
async function end(): Promise<void> {
  await worker.close();
  parentPort!.close();
}

async function answer({ id, job }: ThreadRequest): Promise<ThreadReply> {
  try {
    return { id, result: await worker.work(job) };
  } catch (error) {
    return { id, error: String(error) };
  }
}
