import { describe, expect, it } from 'vitest';
import { Adam } from '../src/training/adam.js';
import { createOptimizer } from '../src/training/optimizer.js';
import { Sgd } from '../src/training/sgd.js';

function afterSteps(optimizer: Adam | Sgd, gradients: readonly number[]): number {
  const weights = new Float32Array([1]);
  for (const gradient of gradients) {
    optimizer.nextStep();
    optimizer.update(0, weights, new Float32Array([gradient]));
  }
  return weights[0]!;
}

describe('Adam', () => {
  it('moves by the learning rate at its first step, whatever the gradient', () => {
    expect(afterSteps(new Adam({ learningRate: 0.1 }), [5])).toBeCloseTo(0.9, 6);
    expect(afterSteps(new Adam({ learningRate: 0.1 }), [-0.02])).toBeCloseTo(1.1, 4);
  });

  it('adds epsilon before the bias correction, as Keras', () => {
    // step size 0.1·√0.001/0.1, mean 0.1·g, root of the mean square √0.001·g
    const gradient = 1e-6;
    const root = Math.sqrt(0.001) * gradient;
    expect(afterSteps(new Adam({ learningRate: 0.1 }), [gradient])).toBeCloseTo(
      1 - (0.1 * root) / (root + 1e-7),
      6,
    );
  });

  it('has the defaults of Keras', () => {
    expect(afterSteps(new Adam(), [1])).toBeCloseTo(1 - 0.001, 6);
  });
});

describe('Sgd', () => {
  it('moves against the gradient', () => {
    expect(afterSteps(new Sgd({ learningRate: 0.5 }), [1, -0.5])).toBe(0.75);
    expect(afterSteps(new Sgd(), [1])).toBeCloseTo(0.99, 6);
  });
});

describe('createOptimizer', () => {
  it.each([
    [{ name: 'adam', learningRate: 0 } as const, 'Expected `learningRate` to be > 0, got `0`.'],
    [{ name: 'lion' as 'adam' }, "Expected `optimizer.name` to be 'adam' or 'sgd', got `lion`."],
  ])('refuses %o', (description, message) => {
    expect(() => createOptimizer(description)).toThrow(message);
    expect(() => createOptimizer(description)).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});
