import { scorePredictions, type ValidationScores, validationScores } from '@ser/classifiers/training';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { activateEngine, type Engine } from '../engine/engine.js';
import { networkInterface } from '../network/networkInterface.js';
import { networkPenalties } from '../network/networkPenalties.js';
import { predictNetwork } from '../prediction/predictNetwork.js';
import type { TrainingOptions } from './trainingOptions.js';

type ValidateOptions = Pick<TrainingOptions, 'validation' | 'batchSize' | 'labelSmoothing' | 'signal'> & {
  readonly engine: Engine;
};

/** Scores of the validation examples with the current weights; none without validation examples. */
export async function validate(
  model: LayersModel,
  { validation, engine, batchSize, labelSmoothing, signal }: ValidateOptions,
): Promise<ValidationScores> {
  if (!validation) return {};
  const { x, y } = validation;
  const { nClasses } = networkInterface(model);
  const probabilities = await predictNetwork(model, x, {
    engine,
    ...(batchSize !== undefined && { batchSize }),
    ...(signal && { signal }),
  });
  const { loss, ...scores } = scorePredictions(probabilities, y, nClasses, labelSmoothing);
  activateEngine(engine);
  return validationScores({ loss: loss + penaltiesOf(model), ...scores });
}

/** L1 and L2 penalties of the layers, as in the validation loss of Keras. */
function penaltiesOf(model: LayersModel): number {
  return tf.tidy(() =>
    networkPenalties(model).reduce((sum, penalty) => sum + penalty.dataSync<'float32'>()[0]!, 0),
  );
}
