import type { UpdateRule } from './updateRule.js';

const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-7;

/**
 * Adam. The bias correction is part of the step size, and epsilon is added before it ("epsilon hat" of the paper,
 * section 2), as in Keras.
 *
 * @see Kingma and Ba, 2014, https://arxiv.org/abs/1412.6980
 */
export const adam: UpdateRule = {
  slots: ['mean', 'square'],
  update(weight, gradient, [means, squares], { learningRate, step }) {
    const stepSize = (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
    for (let i = 0; i < weight.length; i++) {
      const slope = gradient[i]!;
      const mean = means![i]! + (slope - means![i]!) * (1 - beta1);
      const square = squares![i]! + (slope * slope - squares![i]!) * (1 - beta2);
      means![i] = mean;
      squares![i] = square;
      weight[i] = weight[i]! - (stepSize * mean) / (Math.sqrt(square) + epsilon);
    }
  },
};
