import { type Bench, namesOption } from '../bench.js';
import { runTypeScript } from '../runProgram.js';
import { writeSection } from '../docsSection.js';
import { markdownTable } from '../markdownTable.js';
import { systems } from './trial.js';

/** Memory during training. */
export interface MemoryOverTime {
  /** After each epoch of ten steps. */
  readonly epochs: readonly { readonly residentMb: number; readonly nTensors: number }[];
}

/** Largest growth from epoch 20 to epoch 200, in MiB; garbage collection causes small differences. */
const bound = 20;

const shown = [10, 20, 50, 100, 200] as const;

/** Checks that memory stays constant over 200 epochs (2,000 steps) of the small deep network with dropout. */
export const memoryBench: Bench = {
  name: 'memory',
  description: 'resident memory and number of tensors over 200 epochs (2,000 steps) of training',
  run(options) {
    const known = systems.filter((name) => name.startsWith('onnx-') || name === 'tfjs-wasm');
    const rows = namesOption('engines', options, known).map((engine) => [engine, ...memoryRow(engine)]);
    const table = markdownTable(['MiB after epoch', ...shown.map(String), 'tensors'], rows);
    console.log(table);
    if (options.write) writeSection('memory', table);
  },
};

function memoryRow(engine: string): string[] {
  const { epochs } = runTypeScript<MemoryOverTime>('memory', { args: [engine] });
  const megabytes = shown.map((epoch) => epochs[epoch - 1]!.residentMb);
  const [, early, , , last] = megabytes as [number, number, number, number, number];
  if (!(last - early < bound))
    throw new Error(
      `${engine} must not grow by ${bound} MiB or more; it grew from ${early.toFixed(0)} to ${last.toFixed(0)} MiB.`,
    );
  const counts = new Set(epochs.map(({ nTensors }) => nTensors));
  if (counts.size > 1)
    throw new Error(`${engine} must keep its number of tensors; it had ${[...counts].join(', ')}.`);
  return [...megabytes.map((mb) => mb.toFixed(0)), `${[...counts].join()}, constant`];
}
