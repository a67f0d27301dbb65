import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { wholeNumber } from './number.js';

/** `--workers N`: how many threads there are. */
export function workersOption(
  what = 'number of threads that compute features; results do not depend on it',
): Option {
  return new Option('--workers <n>', what)
    .default(availableParallelism(), 'one per processor')
    .argParser(wholeNumber('--workers', { min: 1, max: 256 }));
}
