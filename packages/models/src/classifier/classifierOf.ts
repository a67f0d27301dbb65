import type { TrainableClassifier } from '@ser/classifiers';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Engine } from '../engine/engine.js';
import type { TrainingOptions } from '../training/trainingOptions.js';
import { NetworkClassifier } from './networkClassifier.js';

/**
 * Makes a classifier from a TensorFlow.js model of your own, for example as a member of a `Recognizer`. Its input is
 * `[n, nFrames, nFeatures]`, and its last layer gives the probability of each class. `dispose` disposes of the model.
 *
 * @throws {SerError} `invalid-network` for a model that is not a classifier
 *
 * @example
 * const classifier = classifierOf(model, engine);
 * const members = [{ name: 'mine', features, normalizer, classifier }];
 * const recognizer = new Recognizer({ labels, members, card });
 */
export function classifierOf(model: LayersModel, engine: Engine): TrainableClassifier<TrainingOptions> {
  return new NetworkClassifier(model, engine);
}
