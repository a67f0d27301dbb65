import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { wholeNumber } from './number.js';

/** `--workers N`: how many threads compute features. */
export function workersOption(): Option {
  return new Option('--workers <n>', 'threads that compute features; any number gives the same figures')
    .default(availableParallelism(), 'one a processor')
    .argParser(wholeNumber('--workers', { min: 1 }));
}
