import { checkFields, type FieldChecks, requireSeed } from '@ser/core';
import { ModelError } from '../errors.js';
import type { NetworkDescription, NetworkKind, NetworkShape } from './networkDescription.js';

/**
 * Checks the options of a builder: what the data fixes, and every field of the description.
 *
 * @throws {SerError} `invalid-option` for what the data fixes, `invalid-network` for the description
 */
export function checkNetwork<Kind extends NetworkKind>(
  kind: Kind,
  { inputShape, nClasses, seed, ...description }: NetworkShape,
  checks: FieldChecks<Extract<NetworkDescription, { kind: Kind }>>,
): void {
  checkNetworkShape({ inputShape, nClasses, seed });
  checkFields({ ...description, kind }, kind, checks);
}

/** @throws {SerError} `invalid-option` */
export function checkNetworkShape({ inputShape, nClasses, seed }: NetworkShape): void {
  checkInputShape(inputShape);
  if (!Number.isInteger(nClasses) || nClasses < 2) {
    throw new ModelError(
      'invalid-option',
      `Expected \`nClasses\` to be an integer >= 2, got \`${nClasses}\`.`,
    );
  }
  requireSeed(seed);
}

function checkInputShape(inputShape: readonly number[]): void {
  const positive = inputShape.every((size) => Number.isInteger(size) && size >= 1);
  if (inputShape.length === 2 && positive) return;
  throw new ModelError(
    'invalid-option',
    `Expected \`inputShape\` to be 2 positive integers, got \`[${inputShape.join(', ')}]\`.`,
  );
}
