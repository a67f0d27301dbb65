import { Option } from 'commander';
import { wholeNumber } from './number.js';

/** Seeds fit into a signed 32-bit integer in every library. */
const largestSeed = 2 ** 31 - 1;

/**
 * `--seed N`, the same for every command that uses randomness.
 *
 * @param what the seed is for
 */
export function seedOption(what: string): Option {
  return new Option('--seed <n>', what).argParser(wholeNumber('--seed', { min: 0, max: largestSeed }));
}
