import type { LayersModel } from '@tensorflow/tfjs-layers';
import { loadModel } from '../classifier/loadClassifier.js';
import { ModelError } from '../errors.js';
import { layersTopology } from './layersTopology.js';
import { loadKerasWeights } from './loadKerasWeights.js';
import { isArchive, unpackFile } from './weightsFile.js';

/**
 * Loads a model that Keras saved as a `.keras` file, with its architecture and its weights. Open an engine first: it holds the
 * weights. `classifierOf` makes a classifier of it, for example as a member of a `Recognizer`.
 *
 * It reads sequential models of layers that TensorFlow.js has; for others, build the model yourself and use
 * `loadKerasWeights`. Regularizers are left out: they only matter for training. It needs the packages `h5wasm` and `fflate`.
 *
 * @throws {SerError} `invalid-model-files` when the file is of another kind or cut short, or the model is not sequential or has
 *   a layer that TensorFlow.js does not have; `package-missing` when a package is not installed
 *
 * @example
 * const engine = await openEngine();
 * const classifier = classifierOf(await loadKerasModel(await readFile('trained.keras')), engine);
 */
export async function loadKerasModel(bytes: Uint8Array): Promise<LayersModel> {
  if (!isArchive(bytes)) {
    throw new ModelError(
      'invalid-model-files',
      'The file must be a `.keras` file, which contains the architecture; got other bytes. For `.weights.h5` and `.h5` files, ' +
        'build the model and use `loadKerasWeights`.',
    );
  }
  const config = await unpackFile(bytes, 'config.json');
  const model = await loadModel({ modelTopology: layersTopology(config) });
  try {
    await loadKerasWeights(model, bytes);
    return model;
  } catch (error) {
    model.dispose();
    throw error;
  }
}
