import { type Bench, namesOption } from './bench.js';
import { ours } from './contestants.js';
import { writeSection } from './docsSection.js';
import { markdownTable } from './markdownTable.js';
import { contenders } from './trial.js';

/** Resident memory in the course of training, in MiB. */
export interface MemoryCourse {
  /** After each hundredth step. */
  readonly residentMb: readonly number[];
}

/** Growth from step 200 to step 1,000 that is still called flat, in MiB: what a garbage collector leaves lying about. */
const bound = 20;

/** Whether resident memory stays flat over 1,000 steps of the small deep network, dropout on. */
export const memoryBench: Bench = {
  name: 'memory',
  what: 'resident memory over 1,000 steps of training',
  run(options) {
    const engines = namesOption('engines', options, contenders).filter((name) => name.startsWith('onnx-'));
    const rows = engines.map((engine) => [engine, ...course(engine)]);
    const table = markdownTable(['MiB after step', '100', '200', '500', '1,000'], rows);
    console.log(table);
    if (options.write) writeSection('memory', table);
  },
};

function course(engine: string): string[] {
  const { residentMb } = ours<MemoryCourse>('memory', { args: [engine] });
  const [first, second, middle, last] = [0, 1, 4, 9].map((hundred) => residentMb[hundred]!) as [
    number,
    number,
    number,
    number,
  ];
  if (!(last - second < bound)) {
    throw new Error(`${engine} grew from ${second} MiB at step 200 to ${last} MiB at step 1,000.`);
  }
  return [first, second, middle, last].map((mb) => mb.toFixed(0));
}
