import type { ClassifierFiles, TrainableClassifier } from '@ser/classifiers';
import { networkFiles, readNetworkFiles } from '@ser/classifiers/training';
import type { io } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { activateEngine, type Engine } from '../engine/engine.js';
import { ModelError } from '../errors.js';
import { registerArcCosineSimilarity } from '../layers/arcCosineSimilarity.js';
import { registerAttentionPooling1D } from '../layers/attentionPooling1d.js';
import { registerRbfSimilarity } from '../layers/rbfSimilarity.js';
import type { TrainingOptions } from '../training/trainingOptions.js';
import { NetworkClassifier } from './networkClassifier.js';

/**
 * Loads a saved classifier: the files that `save` returned, or any model in the TensorFlow.js layers format.
 * `loadClassifier` of `@ser/classifiers` loads dense networks without TensorFlow.js.
 *
 * @throws {SerError} `invalid-model-files` when a file is missing, cut short, or not a model; `file` names it
 *
 * @example
 * const classifier = await loadClassifier({ 'model.json': json, 'weights.bin': weights }, engine);
 */
export async function loadClassifier(
  files: ClassifierFiles,
  engine: Engine,
): Promise<TrainableClassifier<TrainingOptions>> {
  activateEngine(engine);
  const model = await loadNetwork(files);
  try {
    return new NetworkClassifier(model, engine);
  } catch (cause) {
    model.dispose();
    throw invalidTopology('The network in `model.json` is not a classifier.', cause);
  }
}

/**
 * The network of a saved classifier. The caller disposes of it.
 *
 * @throws {SerError} `invalid-model-files`
 */
export async function loadNetwork(files: ClassifierFiles): Promise<LayersModel> {
  return loadModel(artifactsOf(files));
}

function artifactsOf(files: ClassifierFiles): io.ModelArtifacts {
  const { topology, format, entries, bytes } = readNetworkFiles(files);
  return {
    modelTopology: topology,
    ...(format && { format }),
    weightSpecs: entries as io.WeightsManifestEntry[],
    weightData: bytes.buffer,
  };
}

/** The network of a topology and its weights, also with the layers of this package. @throws {SerError} `invalid-model-files` */
export async function loadModel(artifacts: io.ModelArtifacts): Promise<LayersModel> {
  registerAttentionPooling1D();
  registerArcCosineSimilarity();
  registerRbfSimilarity();
  try {
    return await loadLayersModel({ load: async () => artifacts });
  } catch (cause) {
    const [, layer] = /^Unknown layer: ([^.]+)\./.exec(cause instanceof Error ? cause.message : '') ?? [];
    if (layer !== undefined) {
      throw invalidTopology(
        `The network in \`model.json\` has the layer \`${layer}\`, which is not built in. Load the plugin that registers ` +
          'it (`--plugin FILE` in the command), or register its class with `tf.serialization.registerClass`.',
        cause,
      );
    }
    throw invalidTopology(
      `\`model.json\` and its weights do not make a network: ${String(cause)} Save the model again.`,
      cause,
    );
  }
}

function invalidTopology(message: string, cause: unknown): ModelError {
  return new ModelError('invalid-model-files', message, { file: networkFiles.topology, cause });
}
