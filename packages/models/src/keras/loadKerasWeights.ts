import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { pairByName, storedLayers } from './keras3Layers.js';
import { checkPair, type LayerPair } from './layerPair.js';
import { legacyLayers, pairByOrder } from './legacyLayers.js';
import { readHdf5 } from './readHdf5.js';
import { weightsFile } from './weightsFile.js';

/**
 * Gives a model the weights that Keras saved of the same architecture: of a `.keras` file, of a `.weights.h5` file, or
 * of a legacy `.h5` file, whole model or weights alone. What the file is shows in its bytes.
 *
 * Layers are matched by their classes and order, as Keras does, and never by the names that the user gave. Only
 * weights are read: that activations and the like are the same, the caller knows. All weights are checked before the
 * first is written.
 *
 * It needs the package `h5wasm`, for `.keras` files `fflate` too, in Node and in browsers.
 *
 * @param model as a builder of this package makes it, or any other without nested models
 * @throws {SerError} `invalid-model-files` when the file is no such file, is cut short or is of another architecture,
 *   by the name of the layer; `package-missing` when a package is not installed
 * @see https://keras.io/guides/serialization_and_saving/
 *
 * @example
 * const model = cnn1d({ inputShape: [130, 40], nClasses: 8, seed: 1, convolutions, dense: [128] });
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
