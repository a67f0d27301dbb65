import { addTo } from '../matrix/vectors.js';
import { similarity } from './similarity.js';
import { checkRow, type TaughtExample, type TaughtShape } from './taughtExample.js';

/** What taught examples make of the general scores; later changes of the teaching do not change it. */
export class TaughtScores {
  readonly #shape: TaughtShape & { readonly offset?: ArrayLike<number> | undefined };
  readonly #examples: readonly TaughtExample[];
  /** One row of `nClasses` per example. */
  readonly #coefficients: readonly Float64Array[];

  /** Use `Teaching.fit`. */
  constructor(
    shape: TaughtShape & { readonly offset?: ArrayLike<number> | undefined },
    examples: readonly TaughtExample[],
    coefficients: readonly Float64Array[],
  ) {
    this.#shape = shape;
    this.#examples = examples;
    this.#coefficients = coefficients;
  }

  /**
   * @param row the normalized features
   * @param scores the general classifier's score of each class
   * @returns the taught score of each class; their softmax gives probabilities
   * @throws {SerError} `shape-mismatch`
   */
  scores(row: Float32Array, scores: ArrayLike<number>): Float64Array {
    checkRow({ row, scores }, this.#shape);
    const { offset } = this.#shape;
    const taught = Float64Array.from(scores, (score, c) => score - (offset?.[c] ?? 0));
    this.#examples.forEach((example, i) =>
      addTo(taught, this.#coefficients[i]!, similarity(row, example.row)),
    );
    return taught;
  }
}
