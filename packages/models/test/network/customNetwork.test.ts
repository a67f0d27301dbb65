import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/createClassifier.js';
import { loadClassifier } from '../../src/classifier/loadClassifier.js';
import { isNetwork, registerNetwork } from '../../src/classifier/modelDescription.js';
import { parseModelDescription } from '../../src/classifier/parseModelDescription.js';
import type { Engine } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import type { CustomNetwork } from '../../src/network/customNetwork.js';

const twoLayers: CustomNetwork = {
  name: 'twoLayers',
  options: ['units'],
  build({ tf, inputShape, nClasses, seed, options: { units = 4 } }) {
    const kernelInitializer = tf.initializers.glorotUniform({ seed });
    const model = tf.sequential();
    model.add(tf.layers.flatten({ inputShape: [...inputShape] }));
    model.add(tf.layers.dense({ units: Number(units), activation: 'relu', kernelInitializer }));
    model.add(tf.layers.dense({ units: nClasses, activation: 'softmax', kernelInitializer }));
    return model;
  },
};

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('tfjs-cpu');
});
const added: (() => void)[] = [];
afterEach(() => added.splice(0).forEach((remove) => remove()));

describe('registerNetwork', () => {
  it('adds a network that descriptions name, and that is trained, saved, and loaded without it', async () => {
    const remove = registerNetwork(twoLayers);
    const description = parseModelDescription({ kind: 'twoLayers', units: 8 });
    expect(isNetwork(description)).toBe(true);
    const options = { engine, inputShape: [2, 3], nClasses: 2, seed: 1 };
    const classifier = createClassifier(description, options);
    const x = { data: Float32Array.from({ length: 4 * 6 }, (_, i) => (i < 12 ? -1 : 1)), shape: [4, 2, 3] };
    await classifier.fit(x, Int32Array.of(0, 0, 1, 1), {
      epochs: 60,
      seed: 1,
      optimizer: { name: 'adam', learningRate: 0.05 },
    });
    const probabilities = await classifier.predictProbabilities(x);
    expect(probabilities[1]! < 0.5 && probabilities[7]! > 0.5).toBe(true);
    const files = await classifier.save();
    classifier.dispose();
    remove();
    const loaded = await loadClassifier(files, engine);
    expect(await loaded.predictProbabilities(x)).toEqual(probabilities);
    loaded.dispose();
  });

  it('says how to provide a network that does not exist', () => {
    expect(() => parseModelDescription({ kind: 'twoLayers' })).toThrow(
      "`classifier.kind` must be one of 'cnn1d', 'cnn2d', 'cnnLstm', 'deepCnn', 'dense',",
    );
    expect(() => parseModelDescription({ kind: 'twoLayers' })).toThrow('`registerNetwork` (`--plugin FILE`');
  });

  it('refuses unknown options, names that exist, and networks of another shape', () => {
    added.push(
      registerNetwork(twoLayers),
      registerNetwork({
        ...twoLayers,
        name: 'threeClasses',
        build: (input) => twoLayers.build({ ...input, nClasses: 3 }),
      }),
    );
    expect(() => parseModelDescription({ kind: 'twoLayers', depth: 2 })).toThrow(
      '`depth` is not an option of the network `twoLayers`. Use one of units.',
    );
    expect(() => registerNetwork({ ...twoLayers, name: 'ridge' })).toThrow('The network `ridge` is built in');
    const wrong = parseModelDescription({ kind: 'threeClasses' });
    expect(() => createClassifier(wrong, { engine, inputShape: [2, 3], nClasses: 2, seed: 1 })).toThrow(
      'must take [n, 2, 3] and give [n, 2]; it takes [n, 2, 3] and gives [n, 3]',
    );
  });

  it('names the layer of your own that a saved network needs', async () => {
    const topology = {
      class_name: 'Sequential',
      config: { name: 's', layers: [{ class_name: 'MyLayer', config: { batch_input_shape: [null, 2] } }] },
    };
    const json = JSON.stringify({
      modelTopology: topology,
      weightsManifest: [{ paths: ['weights.bin'], weights: [] }],
    });
    const files = { 'model.json': new TextEncoder().encode(json), 'weights.bin': new Uint8Array() };
    await expect(loadClassifier(files as never, engine)).rejects.toThrow(
      'has the layer `MyLayer`, which is not built in',
    );
  });
});
