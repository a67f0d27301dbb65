import { type ClosedFormDescription, closedFormKinds } from '@ser/classifiers';
import { type NetworkDescription, networkKinds } from '../network/networkDescription.js';

/** Anything that `createClassifier` makes, as JSON: a network or a closed-form classifier; told apart by `kind`. */
export type ClassifierDescription = NetworkDescription | ClosedFormDescription;

export type ClassifierKind = ClassifierDescription['kind'];

/** The kinds of classifiers of this version. */
export const classifierKinds = [
  ...networkKinds,
  ...closedFormKinds,
] as const satisfies readonly ClassifierKind[];

/** Whether training has one right answer, found without epochs. */
export function isClosedForm(description: ClassifierDescription): description is ClosedFormDescription {
  return closedFormKinds.some((kind) => kind === description.kind);
}
