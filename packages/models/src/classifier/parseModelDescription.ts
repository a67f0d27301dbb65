import {
  type ClassifierDescription,
  type ClassifierKind,
  checkGamma,
  classifierChecks,
  classifierKinds,
} from '@ser/classifiers';
import { checkFields, oneOf, record } from '@ser/core';
import { parseNetworkDescription } from '../network/parseNetworkDescription.js';
import { type ModelDescription, modelKinds } from './modelDescription.js';

/**
 * Checks that JSON describes a classifier, a network or a closed-form one, and gives it a type.
 *
 * @throws {SerError} `invalid-network` that names the option, what it must be and what it is
 *
 * @example
 * parseModelDescription({ kind: 'ridge', regularization: [0.1, 1, 10] });
 */
export function parseModelDescription(json: unknown): ModelDescription {
  const { kind } = record(json, 'classifier');
  oneOf(modelKinds)(kind, 'classifier.kind');
  if (!classifierKinds.some((known) => known === kind)) return parseNetworkDescription(json);
  checkFields<ClassifierDescription>(json, 'classifier', classifierChecks[kind as ClassifierKind]);
  checkGamma(json);
  return json;
}
