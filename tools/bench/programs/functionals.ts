/**
 * Functionals of every STEP-th RAVDESS clip in `SER_CORPORA` from number FIRST, on THREADS threads.
 *
 *     tsx --conditions=@ser/source programs/functionals.ts FRONT_END FIRST STEP THREADS
 */
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { FrontEnd } from '@ser/dsp';
import type { ExtractionTiming } from '../src/timing/functionalsBench.js';
import { ravdessClips } from '../src/timing/ravdessClips.js';
import { FunctionalsWork, type FunctionalsThread } from './functionalsWork.js';

const frontEnd = process.argv[2] as FrontEnd;
const [first, step, nThreads] = process.argv.slice(3).map(Number) as [number, number, number];
const clips = await ravdessClips(first, step);

/** Number of the next clip, which the first free thread takes. */
const next = new Int32Array(new SharedArrayBuffer(4));
const thread: FunctionalsThread = { frontEnd, clips, next };
const work = new FunctionalsWork(thread);
const others = Array.from(
  { length: nThreads - 1 },
  () =>
    new Worker(new URL('functionalsThread.mjs', import.meta.url), {
      workerData: thread,
      execArgv: ['--conditions=@ser/source'],
    }),
);
await Promise.all(others.map((worker) => once(worker, 'message')));
const finished = others.map((worker) => once(worker, 'message'));
const cpuBegan = process.cpuUsage();
const began = performance.now();
for (const worker of others) worker.postMessage('begin');
work.processAll();
await Promise.all(finished);
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(cpuBegan);
const timing: ExtractionTiming = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  audioSeconds: clips.reduce((sum, samples) => sum + samples.length / 16000, 0),
  what: `@ser/dsp, ${frontEnd}, ${work.nFunctionals} functionals`,
};
console.log(JSON.stringify(timing));
