import { type Engine, activateEngine } from '../engine/engine.js';
import { buildNetwork } from '../network/buildNetwork.js';
import type { NetworkDescription, NetworkShape } from '../network/networkDescription.js';
import type { Classifier } from './classifier.js';
import { NetworkClassifier } from './networkClassifier.js';

export interface CreateClassifierOptions extends NetworkShape {
  readonly engine: Engine;
}

/**
 * Builds a network and puts it behind the face of a classifier.
 *
 * @throws {ModelError} `invalid-network`, `invalid-option`, `engine-unavailable`
 *
 * @example
 * const engine = await openEngine();
 * const network = parseNetworkDescription({ kind: 'cnn1d', convolutions: [{ filters: 64, kernelSize: 5 }] });
 * const classifier = createClassifier(network, { engine, inputShape: [130, 40], nClasses: 8, seed: 1 });
 * await classifier.fit(x, y, { seed: 1 });
 */
export function createClassifier(
  description: NetworkDescription,
  options: CreateClassifierOptions,
): Classifier {
  activateEngine(options.engine);
  return new NetworkClassifier(buildNetwork(description, options), options.engine);
}
