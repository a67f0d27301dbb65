import { addTo, difference, dot } from '../matrix/vectors.js';

/** Number of steps that are kept. */
const memory = 10;

interface Pair {
  readonly step: Float64Array;
  readonly gradientChange: Float64Array;
  readonly product: number;
}

/**
 * Limited-memory BFGS: search directions from gradients and the curvature along the last steps.
 *
 * @see Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 7.4
 */
export class Lbfgs {
  readonly #pairs: Pair[] = [];

  /** Adds a step and the change of the gradient along it. */
  update(step: Float64Array, gradientChange: Float64Array): void {
    const product = dot(step, gradientChange);
    if (!(product > 0)) return;
    this.#pairs.push({ step, gradientChange, product });
    if (this.#pairs.length > memory) this.#pairs.shift();
  }

  /** A descent direction. */
  direction(gradient: Float64Array): Float64Array {
    const direction = difference(new Float64Array(gradient.length), gradient);
    const shares: number[] = [];
    for (const { step, gradientChange, product } of [...this.#pairs].reverse()) {
      const share = dot(step, direction) / product;
      shares.unshift(share);
      addTo(direction, gradientChange, -share);
    }
    const last = this.#pairs.at(-1);
    if (last) scale(direction, last.product / dot(last.gradientChange, last.gradientChange));
    this.#pairs.forEach(({ step, gradientChange, product }, i) => {
      addTo(direction, step, shares[i]! - dot(gradientChange, direction) / product);
    });
    return direction;
  }
}

function scale(values: Float64Array, factor: number): void {
  for (let i = 0; i < values.length; i++) values[i]! *= factor;
}
