import { classifierKinds, parseClassifierDescription } from '@ser/classifiers';
import { oneOf, record } from '@ser/core';
import { parseNetworkDescription } from '../network/parseNetworkDescription.js';
import { type ModelDescription, modelKinds } from './modelDescription.js';

/**
 * Checks that JSON describes a network or a classifier of `@ser/classifiers`.
 *
 * @returns the same object, typed
 * @throws {SerError} `invalid-option` that names the field, its requirement, and its value
 *
 * @example
 * parseModelDescription({ kind: 'ridge', regularization: [0.1, 1, 10] });
 */
export function parseModelDescription(json: unknown): ModelDescription {
  const { kind } = record(json, 'classifier');
  oneOf(modelKinds)(kind, 'classifier.kind');
  return classifierKinds.some((known) => known === kind)
    ? parseClassifierDescription(json)
    : parseNetworkDescription(json);
}
