import { seedOfName, shuffledIndices } from '@ser/core';
import { expect } from 'vitest';
import type { WeightNode } from '../../src/network/layerNode.js';
import type { OpenTraining } from '../training.js';
import type { LayerExample } from './layerExample.js';

/** The smaller shifts are for weights that a larger shift moves past the kink of a ReLU. */
const shifts = [8e-3, 2e-3, 5e-4] as const;

/**
 * Compares gradients with central differences of the loss.
 *
 * @param nElements number of elements to check in each weight, drawn with a fixed seed
 */
export async function expectCentralDifferences(
  { graph, feeds }: LayerExample,
  training: OpenTraining,
  gradients: ReadonlyMap<WeightNode, Float32Array>,
  nElements: number,
): Promise<void> {
  const lossAt = async (name: string, at: number, shift: number): Promise<number> => {
    const original = training.value(name);
    training.set(
      name,
      Float32Array.from(original, (value, i) => (i === at ? value + shift : value)),
    );
    const { [graph.probabilities]: prediction } = await training.run(feeds);
    training.set(name, original);
    return meanSquaredError(prediction!, feeds.y.data);
  };
  for (const { input, weight } of graph.weights.filter(({ weight }) => weight.trainable)) {
    const gradient = gradients.get(weight)!;
    // Outputs near 1 are exact to 1e-7, so the slope over 1e-3 is exact to 1e-4.
    const bound = 5e-3 * Math.max(...gradient.map(Math.abs)) + 1e-4;
    for (const at of shuffledIndices(gradient.length, seedOfName(1, input)).subarray(0, nElements)) {
      let error = Infinity;
      for (const shift of shifts) {
        const slope = ((await lossAt(input, at, shift)) - (await lossAt(input, at, -shift))) / (2 * shift);
        error = Math.min(error, Math.abs(slope - gradient[at]!));
        if (error < bound) break;
      }
      expect(error, `${input}[${at}]`).toBeLessThan(bound);
    }
  }
}

/** In float64, because the difference of two losses needs the precision. */
function meanSquaredError(prediction: ArrayLike<number>, truth: ArrayLike<number>): number {
  const squares = Array.from(truth, (value, i) => (value - prediction[i]!) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}
