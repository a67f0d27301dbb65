/**
 * Resident memory of 1,000 training steps of one of our engines, on the small deep network: it has dropout, pooling
 * and batch normalisation, and one step takes milliseconds.
 *
 *     tsx --conditions=@ser/source ours/memory.ts ENGINE
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type EngineName, fitNetwork, openEngine } from '@ser/models';
import { formulaExamples, shapeOf } from '../src/formula.js';
import type { MemoryCourse } from '../src/memoryBench.js';
import { network } from '../src/networks.js';
import { refuse } from '../src/refuse.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const engine = await openEngine(process.argv[2] as EngineName, { threads: 1 });
const model = network('deep-cnn1d', { size: 'small' });
const batchSize = 32;
const { x, y } = formulaExamples(shapeOf(model), 10 * batchSize);
const residentMb: number[] = [];
const onEpoch = () => {
  collectGarbage();
  residentMb.push(process.memoryUsage.rss() / 2 ** 20);
};
await fitNetwork(model, x, y, { engine, batchSize, epochs: 100, seed: 1, onEpoch, onWarning: refuse });
const course: MemoryCourse = { residentMb: residentMb.filter((_, epoch) => epoch % 10 === 9) };
console.log(JSON.stringify(course));
process.exit(); // workers of WebAssembly threads would keep the process alive
