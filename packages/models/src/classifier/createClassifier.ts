import {
  type ClassifierBackend,
  createClassifier as createFittedClassifier,
  type TrainableClassifier,
} from '@ser/classifiers';
import { activateEngine, type Engine } from '../engine/engine.js';
import { openMultiplier } from '../multiplier/openMultiplier.js';
import { buildNetwork } from '../network/buildNetwork.js';
import { checkNetworkShape } from '../network/checkNetwork.js';
import type { NetworkShape } from '../network/networkDescription.js';
import type { TrainingOptions } from '../training/trainingOptions.js';
import { loadClassifier } from './loadClassifier.js';
import { isNetwork, type ModelDescription } from './modelDescription.js';
import { NetworkClassifier } from './networkClassifier.js';

/** What a classifier is made for, and what computes it. */
export interface CreateClassifierOptions extends NetworkShape {
  readonly engine: Engine;
}

/**
 * Makes a classifier from its description: a network, or a classifier of `@ser/classifiers` that an engine fits and
 * computes.
 *
 * @throws {SerError} `invalid-network`, `invalid-option`, `engine-unavailable`
 *
 * @example
 * const engine = await openEngine();
 * const network = { kind: 'cnn1d', convolutions: [{ filters: 64, kernelSize: 5 }] } as const;
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
  const { engine, inputShape, nClasses } = options;
  activateEngine(engine);
  if (isNetwork(description)) return new NetworkClassifier(buildNetwork(description, options), engine);
  checkNetworkShape(options);
  const backend = backendOf(engine);
  return createFittedClassifier(description, { inputShape, nClasses, backend });
}

function backendOf(engine: Engine): ClassifierBackend {
  return {
    openMultiplier: () => openMultiplier(engine),
    loadClassifier: (files) => loadClassifier(files, engine),
  };
}
