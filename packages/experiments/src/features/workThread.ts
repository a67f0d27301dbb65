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

/** With the plugins of the process, whose files are the arguments. */
const opening = openWorker();
opening.catch(() => undefined); // reported by each clip

async function openWorker(): Promise<ClipWorker> {
  const plugins = process.argv.slice(2);
  if (plugins.length > 0) await (await import('../plugins/loadPlugins.js')).loadPlugins(plugins);
  return new ClipWorker(workerData as readonly ClipWork[], (damaged) => {
    parentPort!.postMessage({ damaged } satisfies DamagedNotice);
  });
}

parentPort?.on('message', (request: ThreadRequest | EndOfThread) => {
  if (request === endOfThread) void end();
  else void answer(request).then((reply) => parentPort!.postMessage(reply));
});

/** Without its port, nothing keeps the thread alive. */
async function end(): Promise<void> {
  await opening.then((worker) => worker.close()).catch(() => undefined); // only the last file of the cache is missing
  parentPort!.close();
}

async function answer({ id, job }: ThreadRequest): Promise<ThreadReply> {
  try {
    const worker = await opening;
    return { id, results: await worker.work(job) };
  } catch (error) {
    return { id, error: String(error) };
  }
}
