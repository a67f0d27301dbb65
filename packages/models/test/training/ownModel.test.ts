import { layers, sequential } from '@tensorflow/tfjs-layers';
import { expect, it, vi } from 'vitest';
import { fitNetwork, predictNetwork } from '../../src/index.js';
import { tones } from '../tones.js';

it('trains and applies your own TensorFlow.js model without opening an engine', async () => {
  const print = vi.spyOn(console, 'warn');
  const model = sequential({
    layers: [
      layers.flatten({ inputShape: [16, 4] }),
      layers.dense({ units: 3, activation: 'softmax', kernelInitializer: 'zeros' }),
    ],
  });
  const { x, y } = tones(24);
  const history = await fitNetwork(model, x, y, {
    seed: 1,
    epochs: 20,
    optimizer: { name: 'adam', learningRate: 0.05 },
  });
  expect(history).toHaveLength(20);
  expect(history.at(-1)!.accuracy).toBe(1);

  const probabilities = await predictNetwork(model, x);
  const predicted = Array.from(y, (_, row) => {
    const scores = probabilities.subarray(row * 3, row * 3 + 3);
    return scores.indexOf(Math.max(...scores));
  });
  expect(predicted).toEqual([...y]);
  expect(print).not.toHaveBeenCalled();
});
