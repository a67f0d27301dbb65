import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { wholeNumber } from './number.js';

/** `--workers N`: how many threads compute features. */
export function workersOption(): Option {
  return new Option('--workers <n>', 'number of threads that compute features; results do not depend on it')
    .default(availableParallelism(), 'one per processor')
    .argParser(wholeNumber('--workers', { min: 1, max: 256 }));
}
