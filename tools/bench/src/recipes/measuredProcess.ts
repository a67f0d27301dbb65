import { loadavg } from 'node:os';
import { runPython } from '../runProgram.js';
import type { RunResult } from './runResult.js';

/**
 * Runs a command in its own process, with its output on standard error, and measures it.
 *
 * @param threads number of cores that it may use (Linux only); `undefined` for all
 */
export function measuredProcess(
  command: readonly (string | number)[],
  threads: number | undefined,
): Pick<RunResult, 'wallSeconds' | 'peakMb' | 'load'> {
  const load = loadavg()[0]!;
  const { seconds, peakMb } = runPython<{ seconds: number; peakMb: number }>('measured', {
    args: [threads ?? 'all', ...command],
    showProgress: true,
  });
  return { wallSeconds: seconds, peakMb, load };
}
