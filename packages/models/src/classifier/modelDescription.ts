import { type ClassifierDescription, classifierKinds } from '@ser/classifiers';
import { type CustomNetwork, customNetwork, registerCustomNetwork } from '../network/customNetwork.js';
import { type NetworkDescription, networkKinds } from '../network/networkDescription.js';

/** A network, or a classifier of `@ser/classifiers`, as JSON. */
export type ModelDescription = NetworkDescription | ClassifierDescription;

export type ModelKind = ModelDescription['kind'];

/** The kinds of models in this version. */
export const modelKinds = [...networkKinds, ...classifierKinds] as const satisfies readonly ModelKind[];

/** Whether a description is of a network: it is trained in epochs, by TensorFlow.js or ONNX Runtime. */
export function isNetwork(description: ModelDescription): description is NetworkDescription {
  return (
    networkKinds.some((kind) => kind === description.kind) || customNetwork(description.kind) !== undefined
  );
}

/**
 * Adds a network of your own to those that recipes can name by `kind`, in this process. For the processes of a search, put
 * the call into a file, and load it with `loadPlugins` of @ser/experiments, or `--plugin` of the command. A saved model
 * contains its layers, so that predicting needs the file only for layers of your own.
 *
 * @returns a function that removes it again
 * @throws {SerError} `invalid-option`; `duplicate-part` if there is another model of that name
 *
 * @example
 * registerNetwork({
 *   name: 'twoLayers',
 *   options: ['units'],
 *   build({ tf, inputShape, nClasses, seed, options: { units = 32 } }) {
 *     const kernelInitializer = tf.initializers.glorotUniform({ seed });
 *     const model = tf.sequential();
 *     model.add(tf.layers.flatten({ inputShape: [...inputShape] }));
 *     model.add(tf.layers.dense({ units: Number(units), activation: 'relu', kernelInitializer }));
 *     model.add(tf.layers.dense({ units: nClasses, activation: 'softmax', kernelInitializer }));
 *     return model;
 *   },
 * }); // in a recipe: "classifier": { "kind": "twoLayers", "units": 64 }
 */
export function registerNetwork(network: CustomNetwork): () => void {
  return registerCustomNetwork(network, modelKinds);
}
