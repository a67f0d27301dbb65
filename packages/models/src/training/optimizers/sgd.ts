import type { UpdateRule } from './updateRule.js';

/** Settings of gradient descent. */
export interface SgdOptions {
  readonly momentum?: number | undefined;
  readonly nesterov?: boolean | undefined;
}

/**
 * Gradient descent with momentum.
 *
 * @see keras.optimizers.SGD, https://keras.io/api/optimizers/sgd/
 */
export function sgd({ momentum = 0, nesterov = false }: SgdOptions = {}): UpdateRule {
  if (momentum === 0) return plainDescent;
  return {
    slots: ['momentum'],
    update(weight, gradient, [moves], { learningRate }) {
      for (let i = 0; i < weight.length; i++) {
        const step = learningRate * gradient[i]!;
        const move = momentum * moves![i]! + step;
        moves![i] = move;
        weight[i] = weight[i]! - (nesterov ? momentum * move + step : move);
      }
    },
  };
}

const plainDescent: UpdateRule = {
  slots: [],
  update(weight, gradient, _kept, { learningRate }) {
    for (let i = 0; i < weight.length; i++) weight[i] = weight[i]! - learningRate * gradient[i]!;
  },
};
