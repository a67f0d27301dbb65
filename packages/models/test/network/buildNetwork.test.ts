import { toOnnx, toTrainingGraph } from '@ser/onnx';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/createClassifier.js';
import { loadClassifier } from '../../src/classifier/loadClassifier.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { buildNetwork } from '../../src/network/buildNetwork.js';
import type { NetworkDescription } from '../../src/network/networkDescription.js';
import { networkPenalties } from '../../src/network/networkPenalties.js';
import { parseNetworkDescription } from '../../src/network/parseNetworkDescription.js';
import { relativeDifference, waveValues } from '../onEngine.js';

const shape = { inputShape: [8, 5], nClasses: 3, seed: 1 };
const convolution = { filters: 4, kernelSize: 3, batchNormalization: true, dropout: 0.2 };
const head = { dense: [6], dropout: 0.3, l2: 0.01 };
const gru = { cell: 'gru', units: 3, bidirectional: true, dropout: 0.2 } as const;
const lstm = { units: 4, dropout: 0.2 };

/** Every kind with every choice that changes its layers. */
const networks: Readonly<Record<string, NetworkDescription>> = {
  'cnn1d, flattened': { kind: 'cnn1d', convolutions: [convolution], ...head },
  'cnn1d, averaged': { kind: 'cnn1d', convolutions: [convolution], pooling: 'average', ...head },
  'cnn2d, flattened': { kind: 'cnn2d', blocks: [convolution, { ...convolution, poolSize: [1, 2] }], ...head },
  'cnn2d, averaged': { kind: 'cnn2d', blocks: [convolution], pooling: 'average', ...head },
  'cnnLstm, last of both cells': {
    kind: 'cnnLstm',
    convolutions: [convolution],
    recurrent: [gru, lstm],
    ...head,
  },
  'cnnLstm, last of a bidirectional GRU': {
    kind: 'cnnLstm',
    convolutions: [],
    recurrent: [lstm, gru],
    ...head,
  },
  'cnnLstm, averaged': {
    kind: 'cnnLstm',
    convolutions: [convolution],
    recurrent: [lstm],
    pooling: 'average',
    ...head,
  },
  'cnnLstm, attention': {
    kind: 'cnnLstm',
    convolutions: [convolution],
    recurrent: [gru],
    pooling: 'attention',
    ...head,
  },
  deepCnn: { kind: 'deepCnn', filters: [4, 3], dense: [6], l2: 0.01 },
  ...Object.fromEntries(
    (['relu', 'elu', 'selu', 'tanh', 'sigmoid'] as const).map((activation) => [
      `dense, ${activation}`,
      { kind: 'dense', units: [6], activation, batchNormalization: true, dropout: 0.2, l2: 0.01 },
    ]),
  ),
};

const cases = Object.entries(networks).map(([name, network]) => ({ name, network }));

beforeAll(() => openEngine('tfjs-cpu'));

describe.each(cases)('$name', ({ network }) => {
  it('is a valid description', () => {
    expect(parseNetworkDescription(structuredClone(network))).toEqual(network);
  });

  it('can be expressed in ONNX for prediction and for training', () => {
    const model = buildNetwork(network, shape);
    expect(toOnnx(model).length).toBeGreaterThan(0);
    const { weights } = toTrainingGraph(model, {
      loss: 'categoricalCrossentropy',
      optimizer: { name: 'adam' },
    });
    const trained = weights.filter(({ weight }) => weight.trainable);
    expect(trained).toHaveLength(model.trainableWeights.length);
    model.dispose();
  });

  it('predicts the same after it is saved and loaded', async () => {
    const engine = await openEngine('tfjs-cpu');
    const before = tf.memory().numTensors;
    const classifier = createClassifier(network, { ...shape, engine });
    const x = { data: waveValues([4, 8, 5]), shape: [4, 8, 5] };
    const expected = await classifier.predictProbabilities(x);
    const again = await loadClassifier(await classifier.save(), engine);
    expect(relativeDifference(await again.predictProbabilities(x), expected)).toBeLessThan(1e-6);
    classifier.dispose();
    again.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('penalizes every kernel except that of attention, once', () => {
    const model = buildNetwork(network, shape);
    const kernels = model.trainableWeights.filter(
      ({ originalName }) => originalName.endsWith('kernel') && !originalName.includes('attention'),
    );
    const [expected, penalties] = tf.tidy(() => [
      kernels.map((kernel) => 0.01 * tf.sum(tf.square(kernel.read())).dataSync()[0]!),
      networkPenalties(model).map((penalty) => penalty.dataSync()[0]!),
    ]);
    expect(penalties).toHaveLength(kernels.length);
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(penalties)).toBeCloseTo(sum(expected), 5);
    model.dispose();
  });
});

describe('a network', () => {
  it('has no penalties by default', () => {
    const model = buildNetwork({ kind: 'dense', units: [4] }, shape);
    expect(networkPenalties(model)).toEqual([]);
  });

  it('passes the momentum to batch normalization, 0.99 by default', () => {
    const momentumOf = (network: NetworkDescription) =>
      buildNetwork(network, shape)
        .layers.find((layer) => layer.getClassName() === 'BatchNormalization')!
        .getConfig()['momentum'];
    for (const network of Object.values(networks)) {
      if (network.kind === 'cnnLstm' && network.convolutions.length === 0) continue;
      expect(momentumOf(network)).toBe(0.99);
      expect(momentumOf({ ...network, batchNormalizationMomentum: 0.9 })).toBe(0.9);
    }
  });

  it('ignores other options, which createClassifier passes', () => {
    const options = { ...shape, engine: 'any' };
    expect(buildNetwork({ kind: 'dense', units: [4] }, options).countParams()).toBe(40 * 4 + 4 + 4 * 3 + 3);
  });
});
