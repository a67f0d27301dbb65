import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { pairByName, storedLayers } from './keras3Layers.js';
import { checkPair, type LayerPair } from './layerPair.js';
import { legacyLayers, pairByOrder } from './legacyLayers.js';
import { readHdf5 } from './readHdf5.js';
import { weightsFile } from './weightsFile.js';

/**
 * Loads weights that Keras saved into a model with the same architecture: from a `.keras` file, a `.weights.h5` file, or a
 * legacy `.h5` file with a whole model or weights only. The format is recognized from the bytes.
 *
 * Layers are matched by class and order, as in Keras, never by the names that you gave them. Only weights are read: make
 * sure that activations and other settings are the same. All weights are checked before the first is written.
 *
 * It needs the package `h5wasm` and, for `.keras` files, `fflate`, in Node and in browsers.
 *
 * @param model a model without nested models, such as `buildNetwork` returns
 * @throws {SerError} `invalid-model-files` when the file is of another kind, cut short, or has another architecture (the
 *   message names the layer); `package-missing` when a package is not installed
 * @see https://keras.io/guides/serialization_and_saving/
 *
 * @example
 * const model = buildNetwork({ kind: 'cnn1d', convolutions, dense: [128] }, { inputShape: [130, 40], nClasses: 8, seed: 1 });
 * await loadKerasWeights(model, await readFile('trained.keras'));
 */
export async function loadKerasWeights(model: LayersModel, bytes: Uint8Array): Promise<void> {
  const root = await readHdf5(await weightsFile(bytes));
  const legacy = legacyLayers(root);
  const pairs = legacy ? pairByOrder(model, legacy) : pairByName(model, storedLayers(root));
  for (const pair of pairs) checkPair(pair);
  tf.tidy(() => pairs.forEach(writeWeights));
}

function writeWeights({ layer, stored }: LayerPair): void {
  layer.weights.forEach((weight, i) => {
    const { values, shape } = stored.weights[i]!;
    weight.write(tf.tensor(values!, [...shape]));
  });
}
