import { readFile } from 'node:fs/promises';
import { arch, cpus } from 'node:os';
import type { Engine } from '@ser/models';
import { version } from '../version.js';

/** What may change the last bits of a result. */
export interface Environment {
  /** Version of this package. */
  readonly version: string;
  /** Version of Node.js. */
  readonly node: string;
  /** Name and description of the engine: library, version, instruction set, and threads. Absent for features. */
  readonly engine?: string;
  /** Threads of the engine. */
  readonly threads?: number;
  /** Architecture and vector instructions of the processor: `x64 avx avx2 fma sse4_1`. */
  readonly processor: string;
}

/** The instructions that libraries choose their code by. */
const known = ['sse4_1', 'avx', 'avx2', 'fma', 'avx512f', 'avx512_vnni', 'amx_tile', 'asimd', 'sve'];

/** This process's environment. */
export async function environmentOf(engine?: Engine): Promise<Environment> {
  return {
    version,
    node: process.versions.node,
    ...(engine && {
      engine: `${engine.name}: ${engine.description}`,
      threads: threadsOf(engine),
    }),
    processor: await processorText(),
  };
}

/** The number of threads that the description of an engine states. */
export function threadsOf({ description }: Pick<Engine, 'description'>): number {
  return Number(/(\d+) threads/.exec(description)?.[1] ?? 1);
}

/** The description of the same engine with one thread. */
export function withOneThread({ name, description }: Engine): Engine {
  return { name, description: description.replace(/\d+ threads/, 'one thread') };
}

/** What a worker has that differs from what a job requires: `engine: A, not B`; empty if nothing does. */
export function differencesOf(required: Environment, here: Environment): readonly string[] {
  return (['version', 'node', 'engine', 'processor'] as const).flatMap((name) => {
    const wanted = required[name];
    return wanted === undefined || wanted === here[name]
      ? []
      : [`${name} ${here[name] ?? 'none'}, not ${wanted}`];
  });
}

async function processorText(): Promise<string> {
  const text = await readFile('/proc/cpuinfo', 'utf8').catch(() => undefined);
  if (text === undefined) return `${arch()} ${cpus()[0]?.model ?? 'unknown'}`; // not Linux
  const flags = new Set(/^(?:flags|Features)\s*:\s*(.*)$/m.exec(text)?.[1]?.split(' ') ?? []);
  return [arch(), ...known.filter((flag) => flags.has(flag))].join(' ');
}
