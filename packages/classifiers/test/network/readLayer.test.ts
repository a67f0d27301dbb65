import { describe, expect, it } from 'vitest';
import { loadClassifier } from '../../src/network/loadClassifier.js';
import { denseToTwo, type LayerToSave, savedNetwork } from './savedNetwork.js';

/** What a network of these layers computes for one example. */
async function outputsOf(
  inputShape: readonly number[],
  x: readonly number[],
  layers: readonly LayerToSave[],
) {
  const classifier = loadClassifier(savedNetwork(inputShape, layers));
  return classifier.predictProbabilities({ data: Float32Array.from(x), shape: [1, ...inputShape] });
}

function expectClose(values: Float32Array, expected: readonly number[]): void {
  expect(values).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(values[i]).toBeCloseTo(value, 6));
}

describe('a saved network computes', () => {
  it('Flatten, InputLayer, and Dropout as they are in prediction', async () => {
    const layers = [{ className: 'InputLayer' }, { className: 'Dropout' }, { className: 'Flatten' }];
    expectClose(await outputsOf([2, 2], [1, 2, 3, 4], layers), [1, 2, 3, 4]);
  });

  it('Dense for every row of the last axis', async () => {
    const layers = [denseToTwo('linear'), { className: 'Flatten' }];
    expectClose(await outputsOf([2, 2], [1, 0, 0, 1], layers), [1.5, 1.5, 3.5, 3.5]);
  });

  it('BatchNormalization with the moving statistics', async () => {
    const weights = {
      gamma: { shape: [2], values: [2, 1] },
      beta: { shape: [2], values: [0, 1] },
      moving_mean: { shape: [2], values: [1, -1] },
      moving_variance: { shape: [2], values: [0.24, 3.99] },
    };
    const config = { axis: -1, epsilon: 0.01, scale: true, center: true };
    const layers = [{ className: 'BatchNormalization', config, weights }];
    expectClose(await outputsOf([2], [2, 3], layers), [2 / 0.5, 1 + 4 / 2]);
  });

  it('RbfSimilarity: exp(-gamma · mean squared difference)', async () => {
    const examples = { shape: [2, 2], values: [1, 1, 0, 2] };
    const layers = [{ className: 'RbfSimilarity', config: { units: 2, gamma: 0.5 }, weights: { examples } }];
    expectClose(await outputsOf([2], [1, 1], layers), [1, Math.exp(-0.5)]);
  });

  it('ArcCosineSimilarity: |x| · |x′| · (sin θ + (π - θ) · cos θ) / π', async () => {
    const examples = { shape: [2, 1], values: [1, -1] };
    const layers = [{ className: 'ArcCosineSimilarity', config: { units: 2 }, weights: { examples } }];
    // lengths √2; the same example has θ = 0, the opposite one θ = π / 2
    expectClose(await outputsOf([1], [1], layers), [2, 2 / Math.PI]);
  });

  it.each<[string, readonly number[]]>([
    ['linear', [-1, 0, 2]],
    ['relu', [0, 0, 2]],
    ['relu6', [0, 0, 2]],
    ['elu', [Math.expm1(-1), 0, 2]],
    ['selu', [1.050701 * 1.673263 * Math.expm1(-1), 0, 2 * 1.050701]],
    ['sigmoid', [1 / (1 + Math.E), 0.5, 1 / (1 + Math.exp(-2))]],
    ['hard_sigmoid', [0.3, 0.5, 0.9]],
    ['hardSigmoid', [0.3, 0.5, 0.9]],
    ['tanh', [Math.tanh(-1), 0, Math.tanh(2)]],
    ['softplus', [Math.log1p(Math.exp(-1)), Math.LN2, Math.log1p(Math.exp(2))]],
    ['softsign', [-0.5, 0, 2 / 3]],
    ['swish', [-1 / (1 + Math.E), 0, 2 / (1 + Math.exp(-2))]],
    [
      'softmax',
      [Math.exp(-1), 1, Math.exp(2)].map((e, _, all) => e / all.reduce((sum, other) => sum + other)),
    ],
  ])('the activation %s', async (activation, expected) => {
    expectClose(
      await outputsOf([3], [-1, 0, 2], [{ className: 'Activation', config: { activation } }]),
      expected,
    );
  });
});
