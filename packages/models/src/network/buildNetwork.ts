import type { LayersModel } from '@tensorflow/tfjs-layers';
import { cnn1d } from './cnn1d.js';
import { cnn2d } from './cnn2d.js';
import { cnnLstm } from './cnnLstm.js';
import { deepCnn } from './deepCnn.js';
import { dense } from './dense.js';
import type { NetworkDescription, NetworkShape } from './networkDescription.js';

/**
 * Builds the network that a description names, for the given data.
 *
 * An engine must be open: the weights live in it.
 *
 * @returns a plain TensorFlow.js model from `[n, ...inputShape]` to probabilities `[n, nClasses]`
 * @throws {SerError} as the builder of its kind
 */
export function buildNetwork(
  description: NetworkDescription,
  { inputShape, nClasses, seed }: NetworkShape,
): LayersModel {
  const shape = { inputShape, nClasses, seed };
  switch (description.kind) {
    case 'cnn1d':
      return cnn1d({ ...description, ...shape });
    case 'cnn2d':
      return cnn2d({ ...description, ...shape });
    case 'cnnLstm':
      return cnnLstm({ ...description, ...shape });
    case 'deepCnn':
      return deepCnn({ ...description, ...shape });
    case 'dense':
      return dense({ ...description, ...shape });
  }
}
