import { findPart, howToRegister, invalidOption, registerPart, registeredParts } from '@ser/core';
import * as core from '@tensorflow/tfjs-core';
import * as tf from '@tensorflow/tfjs-layers';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../errors.js';
import { checkNetworkShape } from './checkNetwork.js';
import { networkInterface } from './networkInterface.js';
import type { NetworkShape } from './networkDescription.js';

/** What `build` of a network of your own gets. */
export interface CustomNetworkInput extends NetworkShape {
  /** TensorFlow.js layers, in the copy that this package uses: `tf.sequential()`, `tf.layers.dense(…)`. */
  readonly tf: typeof tf;
  /** TensorFlow.js operations, for layers of your own. */
  readonly core: typeof core;
  /** The options of the description, without `kind`. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** A network of your own, for `registerNetwork`. */
export interface CustomNetwork {
  /** Its `kind` in recipes: letters and digits, beginning with a lower case letter. */
  readonly name: string;
  /** The names of its options. @default none */
  readonly options?: readonly string[];
  /**
   * Builds the network, from `[n, ...inputShape]` to probabilities `[n, nClasses]`. Pass `seed` to every initializer and
   * dropout, so that runs can be repeated.
   */
  readonly build: (input: CustomNetworkInput) => LayersModel;
}

/**
 * Adds a network of your own to those that recipes can name, in this process. For the processes of a search, put the
 * call into a file, and load it with `loadPlugins` of @ser/experiments, or `--plugin` of the command. A saved model contains its layers; it needs the network again
 * only if these are layers of your own.
 *
 * @param builtIn the kinds of built-in models
 * @returns a function that removes it again
 * @throws {SerError} `invalid-option`, `duplicate-part`
 */
export function registerCustomNetwork(network: CustomNetwork, builtIn: readonly string[]): () => void {
  const { name, build } = network;
  if (typeof name !== 'string' || !/^[a-z][A-Za-z0-9]*$/.test(name)) {
    throw invalidOption('name', 'letters and digits, beginning with a lower case letter', name);
  }
  if (typeof build !== 'function') throw invalidOption('build', 'a function', build);
  return registerPart('network', network, builtIn);
}

/** The registered network of this name, if there is one. */
export function customNetwork(kind: unknown): CustomNetwork | undefined {
  return findPart('network', kind) as CustomNetwork | undefined;
}

/** @throws {SerError} `invalid-option` */
export function unknownKind(kind: unknown, builtIn: readonly string[]): ModelError {
  const kinds = [...builtIn, ...registeredParts('network').map(({ name }) => name)];
  const names = kinds.map((name) => `'${name}'`).join(', ');
  return new ModelError(
    'invalid-option',
    `\`classifier.kind\` must be one of ${names}; got ${JSON.stringify(kind)}. ${howToRegister('network')}`,
  );
}

/** @throws {SerError} `invalid-option` for an option that the network does not have */
export function checkCustomNetwork({ name, options = [] }: CustomNetwork, json: object): void {
  const unknown = Object.keys(json).find((key) => key !== 'kind' && !options.includes(key));
  if (unknown === undefined) return;
  const known = options.length === 0 ? 'It has no options.' : `Use one of ${options.join(', ')}.`;
  throw new ModelError(
    'invalid-option',
    `\`${unknown}\` is not an option of the network \`${name}\`. ${known}`,
  );
}

/** @throws {SerError} `invalid-option`; `invalid-network` if the network does not fit the shape */
export function buildCustomNetwork(
  network: CustomNetwork,
  description: object,
  shape: NetworkShape,
): LayersModel {
  checkNetworkShape(shape);
  const options = Object.fromEntries(Object.entries(description).filter(([key]) => key !== 'kind'));
  const model = network.build({ ...shape, tf, core, options });
  const { inputShape, nClasses } = networkInterface(model);
  if (nClasses === shape.nClasses && String(inputShape) === String(shape.inputShape)) return model;
  model.dispose();
  throw new ModelError(
    'invalid-network',
    `The network \`${network.name}\` must take [n, ${shape.inputShape.join(', ')}] and give [n, ${shape.nClasses}]; it takes ` +
      `[n, ${inputShape.join(', ')}] and gives [n, ${nClasses}]. Use \`inputShape\` and \`nClasses\` in \`build\`.`,
  );
}
