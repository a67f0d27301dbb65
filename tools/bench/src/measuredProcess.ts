import { loadavg } from 'node:os';
import { peer } from './contestants.js';
import type { RaceResult } from './raceResult.js';

/**
 * Runs a command in its own process to its end, its output on standard error.
 *
 * @param threads cores that it is kept to, which works on Linux; all without it
 */
export function measuredProcess(
  command: readonly (string | number)[],
  threads: number | undefined,
): Pick<RaceResult, 'wallSeconds' | 'peakMb' | 'load'> {
  const load = loadavg()[0]!;
  const { seconds, peakMb } = peer<{ seconds: number; peakMb: number }>('measured', {
    args: [threads ?? 'all', ...command],
    showProgress: true,
  });
  return { wallSeconds: seconds, peakMb, load };
}
