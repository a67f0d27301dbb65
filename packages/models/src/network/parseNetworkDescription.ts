import { checkFields, type FieldChecks, oneOf, record } from '@ser/core';
import { cnn1dChecks } from './cnn1dDescription.js';
import { cnn2dChecks } from './cnn2dDescription.js';
import { cnnLstmChecks } from './cnnLstmDescription.js';
import { deepCnnChecks } from './deepCnnDescription.js';
import { denseChecks } from './denseDescription.js';
import { type NetworkDescription, type NetworkKind, networkKinds } from './networkDescription.js';

/** The checks of each kind; a new kind is a line here and in `networkDescription.ts`. */
const checksOf: { readonly [Kind in NetworkKind]: FieldChecks<Extract<NetworkDescription, { kind: Kind }>> } =
  {
    cnn1d: cnn1dChecks,
    cnn2d: cnn2dChecks,
    cnnLstm: cnnLstmChecks,
    deepCnn: deepCnnChecks,
    dense: denseChecks,
  };

/**
 * Checks that JSON describes a network, and gives it a type.
 *
 * @throws {SerError} `invalid-network` that names the option, what it must be and what it is
 *
 * @example
 * parseNetworkDescription({ kind: 'cnn1d', convolutions: [{ filters: 64, kernelSize: 5 }] });
 */
export function parseNetworkDescription(json: unknown): NetworkDescription {
  const { kind } = record(json, 'network');
  oneOf(networkKinds)(kind, 'network.kind');
  checkFields<NetworkDescription>(json, 'network', checksOf[kind as NetworkKind]);
  return json;
}
