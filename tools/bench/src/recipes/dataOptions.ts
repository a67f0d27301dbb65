import { invalidOption } from '@ser/core';
import type { DataFolder } from '@ser/experiments';
import { type BenchOptions, integersOption } from '../bench.js';
import { fromCwd } from '../fromCwd.js';
import type { SeedResults } from './runResult.js';

/** The folders of `--data NAME=DIR`. @throws {SerError} `invalid-option` */
export function dataFolders({ data = [] }: BenchOptions): readonly DataFolder[] {
  return data.map((text) => {
    const [, corpus, folder] = /^([a-z][a-z0-9-]*)=(.+)$/.exec(text) ?? [];
    if (corpus && folder) return { corpus, folder: fromCwd(folder) };
    throw invalidOption('--data', 'CORPUS=DIR', text);
  });
}

/** The number of cores of `--threads` that each system may use. @throws {SerError} `invalid-option` */
export function threadsOf(options: BenchOptions): { readonly threads?: number } {
  const [threads, ...more] = integersOption('threads', options, []);
  if (more.length > 0) throw invalidOption('--threads', 'one number in this benchmark', options.threads);
  return threads === undefined ? {} : { threads };
}

/** Prints the results of a seed to standard error. */
export function reportSeed({ seed, ours, reference }: SeedResults): void {
  for (const { what, uar, seconds, peakMb } of [ours, reference]) {
    const values = `UAR ${(100 * uar).toFixed(1)}%, ${seconds.total.toFixed(1)} s, ${peakMb.toFixed(0)} MiB`;
    console.error(`seed ${seed}, ${what}: ${values}`);
  }
}
