import { loadClassifier as loadPlainClassifier } from '@ser/classifiers';
import { initializers, layers, type LayersModel, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/createClassifier.js';
import { saveNetwork } from '../../src/classifier/saveNetwork.js';
import type { Engine } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { predictNetwork } from '../../src/prediction/predictNetwork.js';
import { tones } from '../tones.js';

const nClasses = 3;
const { x, y } = tones(24);

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('tfjs-cpu');
});

function expectClose(actual: Float32Array, expected: Float32Array): void {
  const differences = actual.map((value, i) => Math.abs(value - expected[i]!));
  expect(Math.max(...differences)).toBeLessThan(1e-6);
}

describe('the forward pass of `@ser/classifiers` equals TensorFlow.js within 1e-6', () => {
  it.each([
    { kind: 'ridge' },
    { kind: 'kernelRidge', kernel: 'rbf' },
    { kind: 'kernelRidge', kernel: 'arcCosine' },
  ] as const)('for %o', async (description) => {
    const options = { engine, inputShape: x.shape.slice(1), nClasses, seed: 1 };
    const classifier = createClassifier(description, options);
    await classifier.fit(x, y, { seed: 1 });
    const plain = loadPlainClassifier(await classifier.save());
    expectClose(await plain.predictProbabilities(x), await classifier.predictProbabilities(x));
    classifier.dispose();
  });

  it('for dense networks with dropout and every activation', async () => {
    const activations = [
      'relu',
      'relu6',
      'elu',
      'selu',
      'sigmoid',
      'hardSigmoid',
      'tanh',
      'softplus',
      'softsign',
    ] as const;
    const model = sequential({
      layers: [
        layers.flatten({ inputShape: x.shape.slice(1) }),
        layers.dropout({ rate: 0.5 }),
        layers.batchNormalization(),
        ...activations.flatMap((activation, seed) => [
          dense(8, seed, activation),
          layers.batchNormalization(),
        ]),
        dense(nClasses, 99),
        layers.activation({ activation: 'softmax' }),
      ],
    });
    const plain = loadPlainClassifier(await saveNetwork(model));
    expectClose(await plain.predictProbabilities(x), await predict(model));
    model.dispose();
  });
});

type ActivationName = NonNullable<Parameters<typeof layers.activation>[0]>['activation'];

function dense(units: number, seed: number, activation: ActivationName = 'linear') {
  return layers.dense({ units, activation, kernelInitializer: initializers.glorotUniform({ seed }) });
}

function predict(model: LayersModel): Promise<Float32Array> {
  return predictNetwork(model, x, { engine });
}
