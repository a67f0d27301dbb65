/** The parts of Node with information about the processor; browsers have none. */
interface NodeProcess {
  readonly arch: string;
  getBuiltinModule?(name: 'node:os'): { availableParallelism(): number };
  getBuiltinModule?(name: 'node:fs'): { readFileSync(path: string, encoding: 'utf8'): string };
}

/**
 * Number of physical cores that this process may use, at least 1: threads that share a core slow each other down in
 * arithmetic. Linux reports the number of threads per core; elsewhere it is assumed to be 2, and 1 on ARM.
 */
export function physicalCores(): number {
  const { process, navigator } = globalThis as {
    readonly process?: NodeProcess;
    readonly navigator?: { readonly hardwareConcurrency?: number };
  };
  const logical =
    process?.getBuiltinModule?.('node:os').availableParallelism() ?? navigator?.hardwareConcurrency ?? 1;
  return Math.max(1, Math.round(logical / threadsPerCore(process)));
}

function threadsPerCore(process: NodeProcess | undefined): number {
  if (process?.arch.startsWith('arm')) return 1;
  try {
    const cpuInfo = process!.getBuiltinModule!('node:fs').readFileSync('/proc/cpuinfo', 'utf8');
    return threadsPerCoreIn(cpuInfo);
  } catch {
    return 2;
  }
}

/** Threads per core in `/proc/cpuinfo`: the logical processors of a socket divided by its cores. */
export function threadsPerCoreIn(cpuInfo: string): number {
  const siblings = Number(/^siblings\s*:\s*(\d+)/m.exec(cpuInfo)?.[1]);
  const cores = Number(/^cpu cores\s*:\s*(\d+)/m.exec(cpuInfo)?.[1]);
  return siblings >= cores && cores > 0 ? siblings / cores : 1;
}
