import { checkFields, type FieldChecks, invalidOption, requireInteger, requireSeed } from '@ser/core';
import type { NetworkDescription, NetworkKind, NetworkShape } from './networkDescription.js';

/**
 * Checks the options of a builder: the shape of the data, and every field of the description.
 *
 * @throws {SerError} `invalid-option`
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
  if (inputShape.length !== 2) {
    throw invalidOption('inputShape', 'two sizes, [nFrames, nFeatures]', inputShape);
  }
  inputShape.forEach((size, axis) => requireInteger(`inputShape[${axis}]`, size, { min: 1, max: 2 ** 20 }));
  requireInteger('nClasses', nClasses, { min: 2, max: 2 ** 16 });
  requireSeed(seed);
}
