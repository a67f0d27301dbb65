import { checkFields, type FieldChecks, oneOf, record } from '@ser/core';
import { cnn1dChecks } from './cnn1dDescription.js';
import { cnn2dChecks } from './cnn2dDescription.js';
import { cnnLstmChecks } from './cnnLstmDescription.js';
import { deepCnnChecks } from './deepCnnDescription.js';
import { denseChecks } from './denseDescription.js';
import { type NetworkDescription, type NetworkKind, networkKinds } from './networkDescription.js';

/** The checks of each kind. */
const checksOf: { readonly [Kind in NetworkKind]: FieldChecks<Extract<NetworkDescription, { kind: Kind }>> } =
  {
    cnn1d: cnn1dChecks,
    cnn2d: cnn2dChecks,
    cnnLstm: cnnLstmChecks,
    deepCnn: deepCnnChecks,
    dense: denseChecks,
  };

/**
 * Checks that JSON describes a network.
 *
 * @returns the same object, typed
 * @throws {SerError} `invalid-option` that names the field, its requirement, and its value
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
