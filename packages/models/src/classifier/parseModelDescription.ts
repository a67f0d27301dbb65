import { classifierKinds, parseClassifierDescription } from '@ser/classifiers';
import { record } from '@ser/core';
import { checkCustomNetwork, customNetwork, unknownKind } from '../network/customNetwork.js';
import { parseNetworkDescription } from '../network/parseNetworkDescription.js';
import { type ModelDescription, modelKinds } from './modelDescription.js';

/**
 * Checks that JSON describes a network, also one that `registerNetwork` added, or a classifier of `@ser/classifiers`.
 *
 * @returns the same object, typed
 * @throws {SerError} `invalid-option` that names the field, its requirement, and its value
 *
 * @example
 * parseModelDescription({ kind: 'ridge', regularization: [0.1, 1, 10] });
 */
export function parseModelDescription(json: unknown): ModelDescription {
  const { kind } = record(json, 'classifier');
  const custom = customNetwork(kind);
  if (custom) {
    checkCustomNetwork(custom, json as object);
    return json as ModelDescription;
  }
  if (!modelKinds.some((known) => known === kind)) throw unknownKind(kind, modelKinds);
  return classifierKinds.some((known) => known === kind)
    ? parseClassifierDescription(json)
    : parseNetworkDescription(json);
}
