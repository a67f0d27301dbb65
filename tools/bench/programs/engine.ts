/**
 * One of our engines on one network of docs/engines.md: milliseconds per training step and per prediction, and peak memory.
 *
 *     tsx --conditions=@ser/source programs/engine.ts NETWORK BATCH_SIZE THREADS SECONDS ENGINE
 *
 * Times the functions that a user calls: `fitNetwork` and `predictNetwork`.
 */
import { performance } from 'node:perf_hooks';
import { type Examples } from '@ser/classifiers';
import { type EngineName, fitNetwork, openEngine, predictNetwork } from '@ser/models';
import { formulaExamples, repeatedExamples, shapeOf } from '../src/formula.js';
import type { Measurement } from '../src/engines/measurement.js';
import { median } from '../src/median.js';
import { type NetworkName, network } from '../src/networks.js';
import { rejectWarning } from '../src/engines/rejectWarning.js';

const [name, engineName] = [process.argv[2] as NetworkName, process.argv[6] as EngineName];
const [batchSize, threads, seconds] = process.argv.slice(3, 6).map(Number) as [number, number, number];

const engine = await openEngine(engineName, { threads });
const model = network(name);

/** Milliseconds of each epoch. Stops after `budget` milliseconds, but not before two epochs. */
async function timeEpochs(nSteps: number, epochs: number, budget: number): Promise<number[]> {
  const { x, y } = repeatedExamples(shapeOf(model), batchSize, nSteps);
  const enough = new AbortController();
  const times: number[] = [];
  let began = performance.now();
  const end = began + budget;
  const onEpoch = () => {
    times.push(performance.now() - began);
    if (performance.now() > end && times.length > 1) enough.abort();
    began = performance.now();
  };
  const options = {
    engine,
    batchSize,
    epochs,
    seed: 1,
    onEpoch,
    onWarning: rejectWarning,
    signal: enough.signal,
  };
  await fitNetwork(model, x, y, options).catch((reason: unknown) => {
    if (!enough.signal.aborted) throw reason;
  });
  return times;
}

/** Omits the first epoch, which opens sessions and warms up. */
async function stepMilliseconds(): Promise<number> {
  const [, single] = await timeEpochs(1, 2, 0);
  const nSteps = Math.max(1, Math.min(20, Math.round(500 / single!)));
  const [, ...times] = await timeEpochs(nSteps, 1000, 1000 * seconds);
  return median(times) / nSteps;
}

async function predictionMilliseconds(): Promise<number> {
  const example: Examples = formulaExamples(shapeOf(model), 1).x;
  const times: number[] = [];
  const end = performance.now() + 250 * seconds;
  for (let call = 0; call < 22 || performance.now() < end; call++) {
    const began = performance.now();
    await predictNetwork(model, example, { engine });
    times.push(performance.now() - began);
  }
  return median(times.slice(2));
}

const stepMs = await stepMilliseconds();
const peakMb = process.resourceUsage().maxRSS / 1024;
const predictionMs = await predictionMilliseconds();
console.log(JSON.stringify({ stepMs, predictionMs, peakMb, what: engine.description } satisfies Measurement));
process.exit(); // workers of WebAssembly threads would keep the process alive
