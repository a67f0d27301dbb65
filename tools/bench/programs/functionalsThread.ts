/** A thread of `functionals.ts`. Posts a message after warm-up, processes clips after a message, and posts one when done. */
import { parentPort, workerData } from 'node:worker_threads';
import { FunctionalsWork, type FunctionalsThread } from './functionalsWork.js';

const work = new FunctionalsWork(workerData as FunctionalsThread);
parentPort!.once('message', () => {
  work.processAll();
  parentPort!.postMessage('done');
  parentPort!.close();
});
parentPort!.postMessage('ready');
