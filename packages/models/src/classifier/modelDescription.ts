import { type ClassifierDescription, classifierKinds } from '@ser/classifiers';
import { type NetworkDescription, networkKinds } from '../network/networkDescription.js';

/** Anything that `createClassifier` makes, as JSON: a network or a closed-form classifier; told apart by `kind`. */
export type ModelDescription = NetworkDescription | ClassifierDescription;

export type ModelKind = ModelDescription['kind'];

/** The kinds of classifiers of this version. */
export const modelKinds = [...networkKinds, ...classifierKinds] as const satisfies readonly ModelKind[];

/** Whether a description is of a network: it is trained in epochs, by TensorFlow.js or ONNX Runtime. */
export function isNetwork(description: ModelDescription): description is NetworkDescription {
  return networkKinds.some((kind) => kind === description.kind);
}
