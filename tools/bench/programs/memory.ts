/**
 * Resident memory and number of tensors over 200 epochs (2,000 steps) of training with one of our engines, on the small
 * deep network, which has dropout, pooling, and batch normalization.
 *
 *     tsx --conditions=@ser/source programs/memory.ts ENGINE
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type EngineName, fitNetwork, openEngine } from '@ser/models';
import { memory } from '@tensorflow/tfjs-core';
import { formulaExamples, shapeOf } from '../src/formula.js';
import type { MemoryOverTime } from '../src/engines/memoryBench.js';
import { network } from '../src/networks.js';
import { rejectWarning } from '../src/engines/rejectWarning.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const engine = await openEngine(process.argv[2] as EngineName, { threads: 1 });
const model = network('deep-cnn1d', { size: 'small' });
const batchSize = 32;
const { x, y } = formulaExamples(shapeOf(model), 10 * batchSize);
const epochs: MemoryOverTime['epochs'][number][] = [];
const onEpoch = () => {
  collectGarbage();
  epochs.push({ residentMb: process.memoryUsage.rss() / 2 ** 20, nTensors: memory().numTensors });
};
await fitNetwork(model, x, y, { engine, batchSize, epochs: 200, seed: 1, onEpoch, onWarning: rejectWarning });
const course: MemoryOverTime = { epochs };
console.log(JSON.stringify(course));
process.exit(); // workers of WebAssembly threads would keep the process alive
