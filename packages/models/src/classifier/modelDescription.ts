import { type ClassifierDescription, classifierKinds } from '@ser/classifiers';
import { type NetworkDescription, networkKinds } from '../network/networkDescription.js';

/** A network, or a classifier of `@ser/classifiers`, as JSON. */
export type ModelDescription = NetworkDescription | ClassifierDescription;

export type ModelKind = ModelDescription['kind'];

/** The kinds of models in this version. */
export const modelKinds = [...networkKinds, ...classifierKinds] as const satisfies readonly ModelKind[];

/** Whether a description is of a network: it is trained in epochs, by TensorFlow.js or ONNX Runtime. */
export function isNetwork(description: ModelDescription): description is NetworkDescription {
  return networkKinds.some((kind) => kind === description.kind);
}
