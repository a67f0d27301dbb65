import { parentPort, workerData } from 'node:worker_threads';
import { SerError } from '@ser/core';
import { audioTarget } from './audioTarget.js';
import { MemoryWatch } from './memory.js';
import { modelTarget } from './modelTarget.js';
import type { Target } from './target.js';
import type { WorkerReport, WorkerTask } from './workerTask.js';

const task = workerData as WorkerTask;
const current = new Int32Array(task.current);

async function openTarget(): Promise<Target> {
  if (task.target === 'audio') return audioTarget(task.seed, task.decoders);
  return modelTarget(task.seed);
}

async function readInput(target: Target, index: number): Promise<WorkerReport> {
  const input = target.input(index);
  const memory = new MemoryWatch(input.bytes.length);
  try {
    const outcome = await target.read(input, memory.observe);
    memory.observe();
    return { index, outcome };
  } catch (error) {
    if (error instanceof SerError) return { index, outcome: String(error.code) };
    const finding = String(error instanceof Error ? error.stack : error);
    return { index, outcome: 'finding', finding: `${input.name}: ${finding}` };
  }
}

const target = await openTarget();
for (let index = task.from; index < task.to; index += task.step) {
  Atomics.store(current, 0, index);
  parentPort!.postMessage(await readInput(target, index));
}
parentPort!.postMessage({ isDone: true });
