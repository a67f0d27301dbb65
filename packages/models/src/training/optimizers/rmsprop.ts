import type { UpdateRule } from './updateRule.js';

const rho = 0.9;
const epsilon = 1e-7;

/**
 * RMSprop. Epsilon is added under the square root, as in Keras.
 *
 * @see Hinton, 2012, https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf
 */
export function rmsprop({ momentum = 0 }: { readonly momentum?: number | undefined } = {}): UpdateRule {
  return {
    slots: momentum === 0 ? ['square'] : ['square', 'momentum'],
    update(weight, gradient, [squares, moves], { learningRate }) {
      for (let i = 0; i < weight.length; i++) {
        const slope = gradient[i]!;
        const square = rho * squares![i]! + (1 - rho) * slope * slope;
        squares![i] = square;
        let move = (learningRate * slope) / Math.sqrt(square + epsilon);
        if (moves) {
          move += momentum * moves[i]!;
          moves[i] = move;
        }
        weight[i] = weight[i]! - move;
      }
    },
  };
}
