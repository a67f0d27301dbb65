import type { ClassifierFiles, TrainableClassifier } from '@ser/classifiers';
import type { io } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { type Engine, activateEngine } from '../engine/engine.js';
import { ModelError } from '../errors.js';
import { registerArcCosineSimilarity } from '../layers/arcCosineSimilarity.js';
import { registerAttentionPooling1D } from '../layers/attentionPooling1d.js';
import { registerRbfSimilarity } from '../layers/rbfSimilarity.js';
import type { TrainingOptions } from '../training/trainingOptions.js';
import { NetworkClassifier } from './networkClassifier.js';
import { readNetworkFiles } from './readNetworkFiles.js';

/**
 * Makes a classifier of saved files: what `save` gave, or any model in the TensorFlow.js layers format.
 *
 * @throws {SerError} `invalid-model-files` when a part is missing, cut short or no such model; `file` names it
 *
 * @example
 * const classifier = await loadClassifier({ 'model.json': json, 'weights.bin': weights }, engine);
 */
export async function loadClassifier(
  files: ClassifierFiles,
  engine: Engine,
): Promise<TrainableClassifier<TrainingOptions>> {
  const artifacts = readNetworkFiles(files);
  activateEngine(engine);
  const model = await loadModel(artifacts);
  try {
    return new NetworkClassifier(model, engine);
  } catch (cause) {
    model.dispose();
    throw new ModelError('invalid-model-files', '`model.json` holds a network that is no classifier.', {
      file: 'model.json',
      cause,
    });
  }
}

async function loadModel(artifacts: io.ModelArtifacts): Promise<LayersModel> {
  registerAttentionPooling1D();
  registerArcCosineSimilarity();
  registerRbfSimilarity();
  try {
    return await loadLayersModel({ load: async () => artifacts });
  } catch (cause) {
    throw new ModelError(
      'invalid-model-files',
      `\`model.json\` and its weights do not make a network: ${String(cause)} Save the model again.`,
      { file: 'model.json', cause },
    );
  }
}
