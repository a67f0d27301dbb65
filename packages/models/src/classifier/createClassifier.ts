import type { TrainableClassifier } from '@ser/classifiers';
import { type Engine, activateEngine } from '../engine/engine.js';
import { buildNetwork } from '../network/buildNetwork.js';
import { checkNetworkShape } from '../network/checkNetwork.js';
import type { NetworkShape } from '../network/networkDescription.js';
import type { TrainingOptions } from '../training/trainingOptions.js';
import { type ModelDescription, isNetwork } from './modelDescription.js';
import { ClosedFormClassifier } from './closedFormClassifier.js';
import { NetworkClassifier } from './networkClassifier.js';
import { parseModelDescription } from './parseModelDescription.js';

export interface CreateClassifierOptions extends NetworkShape {
  readonly engine: Engine;
}

/**
 * Makes a classifier of its description: builds a network, or prepares what is fitted in closed form.
 *
 * @throws {SerError} `invalid-network`, `invalid-option`, `engine-unavailable`
 *
 * @example
 * const engine = await openEngine();
 * const network = parseNetworkDescription({ kind: 'cnn1d', convolutions: [{ filters: 64, kernelSize: 5 }] });
 * const classifier = createClassifier(network, { engine, inputShape: [130, 40], nClasses: 8, seed: 1 });
 * await classifier.fit(x, y, { seed: 1 });
 *
 * @example
 * const ridge = createClassifier({ kind: 'ridge' }, { engine, inputShape: [1, 3779], nClasses: 8, seed: 1 });
 * await ridge.fit(x, y, { seed: 1, groups: speakers });
 * ridge.choice; // { C: 1, innerUar: 0.67, temperature: 3.9, … }
 */
export function createClassifier(
  description: ModelDescription,
  options: CreateClassifierOptions,
): TrainableClassifier<TrainingOptions> {
  activateEngine(options.engine);
  if (isNetwork(description)) {
    return new NetworkClassifier(buildNetwork(description, options), options.engine);
  }
  parseModelDescription(description);
  checkNetworkShape(options);
  return new ClosedFormClassifier(description, options);
}
