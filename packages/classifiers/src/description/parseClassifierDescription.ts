import {
  boolean,
  checkFields,
  type FieldChecks,
  integerFrom,
  invalidOption,
  nonEmptyListOf,
  oneOf,
  optional,
  positive,
  record,
} from '@ser/core';
import {
  type ClassifierDescription,
  type ClassifierKind,
  classifierKinds,
  type ClassifierSettings,
  kernelNames,
} from './classifierDescription.js';

const settingsChecks: FieldChecks<ClassifierSettings> = {
  regularization: optional(nonEmptyListOf(positive, 'number')),
  innerFolds: optional(integerFrom(2)),
  heldOut: optional(oneOf(['group', 'domain'])),
  balanced: optional(boolean),
};

const linearChecks = <Kind extends ClassifierKind>(kind: Kind) => ({
  kind: oneOf([kind]),
  ...settingsChecks,
});

/** The checks of each kind. */
const classifierChecks: {
  readonly [Kind in ClassifierKind]: FieldChecks<Extract<ClassifierDescription, { kind: Kind }>>;
} = {
  ridge: { ...linearChecks('ridge'), domainMean: optional(boolean) },
  kernelRidge: {
    ...linearChecks('kernelRidge'),
    kernel: optional(oneOf(kernelNames)),
    gamma: optional(nonEmptyListOf(positive, 'number')),
  },
  logisticRegression: linearChecks('logisticRegression'),
  linearSvm: linearChecks('linearSvm'),
};

/**
 * Checks that JSON describes a classifier.
 *
 * @returns the same object, typed
 * @throws {SerError} `invalid-option` that names the field, its requirement, and its value
 *
 * @example
 * parseClassifierDescription({ kind: 'ridge', regularization: [0.1, 1, 10] });
 */
export function parseClassifierDescription(json: unknown): ClassifierDescription {
  const { kind } = record(json, 'classifier');
  oneOf(classifierKinds)(kind, 'classifier.kind');
  checkFields<ClassifierDescription>(json, 'classifier', classifierChecks[kind as ClassifierKind]);
  checkGamma(json);
  return json;
}

function checkGamma(description: ClassifierDescription): void {
  if (description.kind !== 'kernelRidge' || description.kernel !== 'arcCosine') return;
  if (description.gamma === undefined) return;
  throw invalidOption(
    'classifier.gamma',
    "absent with the kernel 'arcCosine', which has no width",
    description.gamma,
    "Remove it, or use the kernel 'rbf'.",
  );
}
