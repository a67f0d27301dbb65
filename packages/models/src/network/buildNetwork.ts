import type { LayersModel } from '@tensorflow/tfjs-layers';
import { cnn1d } from './cnn1d.js';
import type { NetworkDescription, NetworkShape } from './networkDescription.js';

/**
 * Builds the network that a description names, for the given data.
 *
 * An engine must be open: the weights live in it.
 *
 * @returns a plain TensorFlow.js model from `[n, ...inputShape]` to probabilities `[n, nClasses]`
 * @throws {ModelError} as the builder of its kind
 */
export function buildNetwork(description: NetworkDescription, shape: NetworkShape): LayersModel {
  switch (description.kind) {
    case 'cnn1d':
      return cnn1d({ ...description, ...shape });
  }
}
