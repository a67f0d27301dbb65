import { ModelError } from '../errors.js';
import { checkSeed } from '../seeds.js';
import type { NetworkShape } from './networkDescription.js';

/**
 * Checks what the data fixes of a network.
 *
 * @param rank number of axes of one example that the network takes
 * @throws {ModelError} `invalid-option`
 */
export function checkNetworkShape({ inputShape, nClasses, seed }: NetworkShape, rank: number): void {
  const positive = inputShape.every((size) => Number.isInteger(size) && size >= 1);
  if (inputShape.length !== rank || !positive) {
    throw new ModelError(
      'invalid-option',
      `Expected \`inputShape\` to be ${rank} positive integers, got \`[${inputShape.join(', ')}]\`.`,
    );
  }
  if (!Number.isInteger(nClasses) || nClasses < 2) {
    throw new ModelError(
      'invalid-option',
      `Expected \`nClasses\` to be an integer >= 2, got \`${nClasses}\`.`,
    );
  }
  checkSeed(seed);
}
