import { resolve } from 'node:path';
import type { DataFolder } from '@ser/experiments';
import { type BenchOptions, numbersOption } from './bench.js';
import type { SeedResults } from './raceResult.js';

/** Where corpora lie, of `--data NAME=DIR`. */
export function dataOf({ data = [] }: BenchOptions): readonly DataFolder[] {
  return data.map((typed) => {
    const [, corpus, folder] = /^([a-z][a-z0-9-]*)=(.+)$/.exec(typed) ?? [];
    if (corpus && folder) return { corpus, folder: fromCwd(folder) };
    throw new Error(`Expected \`--data\` to be CORPUS=DIR, got \`${typed}\`.`);
  });
}

/** The cores that `--threads` keeps either side to. */
export function threadsOf(options: BenchOptions): { readonly threads?: number } {
  const [threads, ...more] = numbersOption('threads', options, []);
  if (more.length > 0)
    throw new Error(`Expected \`--threads\` of a race to be one number, got \`${options.threads}\`.`);
  return threads === undefined ? {} : { threads };
}

/** npm starts a workspace's script in its folder, and tells where the command was typed. */
export function fromCwd(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** What came of a seed, as it comes. */
export function tell({ seed, ours, keras }: SeedResults): void {
  for (const { what, uar, seconds, peakMb } of [ours, keras]) {
    const figures = `UAR ${(100 * uar).toFixed(1)} %, ${seconds.total.toFixed(1)} s, ${peakMb.toFixed(0)} MiB`;
    console.error(`seed ${seed}, ${what}: ${figures}`);
  }
}
