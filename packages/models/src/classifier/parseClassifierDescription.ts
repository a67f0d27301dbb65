import {
  type ClosedFormDescription,
  type ClosedFormKind,
  checkGamma,
  closedFormChecks,
  closedFormKinds,
} from '@ser/classifiers';
import { checkFields, oneOf, record } from '@ser/core';
import { parseNetworkDescription } from '../network/parseNetworkDescription.js';
import { type ClassifierDescription, classifierKinds } from './classifierDescription.js';

/**
 * Checks that JSON describes a classifier, a network or a closed-form one, and gives it a type.
 *
 * @throws {SerError} `invalid-network` that names the option, what it must be and what it is
 *
 * @example
 * parseClassifierDescription({ kind: 'ridge', regularization: [0.1, 1, 10] });
 */
export function parseClassifierDescription(json: unknown): ClassifierDescription {
  const { kind } = record(json, 'classifier');
  oneOf(classifierKinds)(kind, 'classifier.kind');
  if (!closedFormKinds.some((known) => known === kind)) return parseNetworkDescription(json);
  checkFields<ClosedFormDescription>(json, 'classifier', closedFormChecks[kind as ClosedFormKind]);
  checkGamma(json);
  return json;
}
