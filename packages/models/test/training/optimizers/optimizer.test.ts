import { describe, expect, it } from 'vitest';
import { Optimizer } from '../../../src/training/optimizers/optimizer.js';
import type { OptimizerDescription } from '../../../src/training/optimizers/optimizerDescription.js';

/** A single weight, initially 1, after steps with these gradients. */
function afterSteps(description: OptimizerDescription, gradients: readonly number[]): number {
  const weight = Float32Array.of(1);
  const optimizer = new Optimizer(description);
  for (const gradient of gradients) optimizer.step([weight], [Float32Array.of(gradient)]);
  return weight[0]!;
}

describe('Adam', () => {
  it('moves by the learning rate at its first step for any gradient', () => {
    expect(afterSteps({ name: 'adam', learningRate: 0.1 }, [5])).toBeCloseTo(0.9, 6);
    expect(afterSteps({ name: 'adam', learningRate: 0.1 }, [-0.02])).toBeCloseTo(1.1, 4);
  });

  it('adds epsilon before the bias correction, as in Keras', () => {
    // step size 0.1·√0.001/0.1, mean 0.1·g, root of the mean square √0.001·g
    const gradient = 1e-6;
    const root = Math.sqrt(0.001) * gradient;
    const expected = 1 - (0.1 * root) / (root + 1e-7);
    expect(afterSteps({ name: 'adam', learningRate: 0.1 }, [gradient])).toBeCloseTo(expected, 6);
  });
});

describe('SGD', () => {
  it('moves against the gradient', () => {
    expect(afterSteps({ name: 'sgd', learningRate: 0.5 }, [1, -0.5])).toBe(0.75);
  });

  it('keeps a share of its last update, with or without Nesterov momentum', () => {
    const momentum = { name: 'sgd', learningRate: 0.5, momentum: 0.5 } as const;
    expect(afterSteps(momentum, [1, 0, 0])).toBe(1 - 0.5 - 0.25 - 0.125);
    expect(afterSteps({ ...momentum, nesterov: true }, [1, 0])).toBe(1 - 0.75 - 0.125);
  });
});

describe('RMSprop', () => {
  it('divides the gradient by its root mean square', () => {
    const expected = 1 - 0.1 / Math.sqrt(0.1);
    expect(afterSteps({ name: 'rmsprop', learningRate: 0.1 }, [5])).toBeCloseTo(expected, 6);
  });
});

describe('an optimizer', () => {
  it.each<[OptimizerDescription['name'], number]>([
    ['adam', 0.001],
    ['adamW', 0.001],
    ['rmsprop', 0.001],
    ['sgd', 0.01],
  ])('%s has the learning rate of Keras by default', (name, learningRate) => {
    expect(afterSteps({ name }, [1, 2])).toBe(afterSteps({ name, learningRate }, [1, 2]));
  });

  it('decays the weight before it updates it', () => {
    expect(afterSteps({ name: 'sgd', learningRate: 0.5, weightDecay: 0.1 }, [0, 0])).toBeCloseTo(
      0.95 ** 2,
      6,
    );
    expect(afterSteps({ name: 'adamW', learningRate: 0.5 }, [0])).toBeCloseTo(1 - 0.5 * 0.004, 6);
  });

  it('continues from its state as if it had not been interrupted', () => {
    const gradients = [0.3, -0.1, 0.7, 0.2].map((value) => [Float32Array.of(value, -value)]);
    const description = { name: 'rmsprop', momentum: 0.9 } as const;
    const run = (optimizer: Optimizer, weights: Float32Array[], part: typeof gradients) => {
      for (const gradient of part) optimizer.step(weights, gradient);
      return optimizer.state;
    };
    const whole = [Float32Array.of(1, 2)];
    const expected = run(new Optimizer(description), whole, gradients);
    const parted = [Float32Array.of(1, 2)];
    const state = run(new Optimizer(description), parted, gradients.slice(0, 2));
    expect(run(new Optimizer(description, state), parted, gradients.slice(2))).toEqual(expected);
    expect(parted).toEqual(whole);
    expect(expected).toMatchObject({
      nSteps: 4,
      slots: { square: [expect.anything()], momentum: [expect.anything()] },
    });
  });
});
