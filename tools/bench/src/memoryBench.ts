import { type Bench, namesOption } from './bench.js';
import { ours } from './contestants.js';
import { writeSection } from './docsSection.js';
import { markdownTable } from './markdownTable.js';
import { contenders } from './trial.js';

/** What training holds on to in its course. */
export interface MemoryCourse {
  /** After each epoch of ten steps. */
  readonly epochs: readonly { readonly residentMb: number; readonly nTensors: number }[];
}

/** Growth from epoch 20 to epoch 200 that is still called flat, in MiB: what a garbage collector leaves lying about. */
const bound = 20;

const shown = [10, 20, 50, 100, 200] as const;

/** Whether memory stays flat over 200 epochs, 2,000 steps, of the small deep network, dropout on. */
export const memoryBench: Bench = {
  name: 'memory',
  what: 'resident memory and tensors over 200 epochs, 2,000 steps, of training',
  run(options) {
    const known = contenders.filter((name) => name.startsWith('onnx-') || name === 'tfjs-wasm');
    const rows = namesOption('engines', options, known).map((engine) => [engine, ...course(engine)]);
    const table = markdownTable(['MiB after epoch', ...shown.map(String), 'tensors'], rows);
    console.log(table);
    if (options.write) writeSection('memory', table);
  },
};

function course(engine: string): string[] {
  const { epochs } = ours<MemoryCourse>('memory', { args: [engine] });
  const megabytes = shown.map((epoch) => epochs[epoch - 1]!.residentMb);
  const [, early, , , last] = megabytes as [number, number, number, number, number];
  if (!(last - early < bound)) throw new Error(`${engine} grew from ${early} to ${last} MiB.`);
  const counts = new Set(epochs.map(({ nTensors }) => nTensors));
  if (counts.size > 1)
    throw new Error(`${engine} does not keep its number of tensors: ${[...counts].join(', ')}.`);
  return [...megabytes.map((mb) => mb.toFixed(0)), `${[...counts].join()}, always`];
}
