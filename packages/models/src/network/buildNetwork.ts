import type { LayersModel } from '@tensorflow/tfjs-layers';
import { cnn1d } from './cnn1d.js';
import { cnn2d } from './cnn2d.js';
import { cnnLstm } from './cnnLstm.js';
import { buildCustomNetwork, customNetwork } from './customNetwork.js';
import { deepCnn } from './deepCnn.js';
import { dense } from './dense.js';
import type { NetworkDescription, NetworkShape } from './networkDescription.js';

/**
 * Builds the TensorFlow.js model of a described network, also of one that `registerNetwork` added. Open an engine first: it holds the weights.
 *
 * @returns a Sequential model from `[n, ...inputShape]` to probabilities `[n, nClasses]`
 * @throws {SerError} `invalid-option` for the description, the sizes, and the seed; `invalid-network` when pooling
 *   leaves no frames
 *
 * @example
 * await openEngine('auto');
 * const convolutions = [{ filters: 64, kernelSize: 5 }];
 * const model = buildNetwork({ kind: 'cnn1d', convolutions }, { inputShape: [130, 40], nClasses: 8, seed: 1 });
 */
export function buildNetwork(
  description: NetworkDescription,
  { inputShape, nClasses, seed }: NetworkShape,
): LayersModel {
  const shape = { inputShape, nClasses, seed };
  const custom = customNetwork(description.kind);
  if (custom) return buildCustomNetwork(custom, description, shape);
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
