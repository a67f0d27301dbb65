/** A thread of `functionals.ts`: says when it is warm, describes clips when told to begin, and says when none is left. */
import { parentPort, workerData } from 'node:worker_threads';
import { FunctionalsWork, type FunctionalsThread } from './functionalsWork.js';

const work = new FunctionalsWork(workerData as FunctionalsThread);
parentPort!.once('message', () => {
  work.describeAll();
  parentPort!.postMessage('done');
  parentPort!.close();
});
parentPort!.postMessage('ready');
