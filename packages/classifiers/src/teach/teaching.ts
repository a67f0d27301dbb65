import { requireInteger } from '@ser/core';
import { contrastResiduals } from './contrastResiduals.js';
import { heldOutFolds } from './heldOutFolds.js';
import { ridgeCorrection } from './ridgeCorrection.js';
import { similarity } from './similarity.js';
import { type TeachOptions, teachSettings } from './teachOptions.js';
import { checkTaughtExample, type TaughtExample, type TaughtShape } from './taughtExample.js';
import { TaughtScores } from './taughtScores.js';

/** A taught example, and its similarity to those that were taught before it and to itself. */
interface Entry {
  readonly example: TaughtExample;
  readonly similarities: Map<TaughtExample, number>;
}

/**
 * Teaches a general classifier with examples of one user: ridge regression toward the general classifier. The score of
 * class c for features x is `s(x) + Σᵢ k(x, xᵢ) · αᵢ`, where `s` is the general score, `k(x, y) = x · y / nFeatures + 1`,
 * and `α = (K + λ)⁻¹ · R`. R is what the scores of the taught examples lack (see `contrastResiduals`). For a linear
 * classifier this is the same as new weights `W₀ + Zᵀ · α`, found without a training loop.
 *
 * An example can be added or removed at any time, and their order makes no difference, not even in the last bit. A hundred
 * examples take a few milliseconds.
 *
 * @example
 * const teaching = new Teaching({ nFeatures: 2304, nClasses: 4 });
 * teaching.teach({ id: 'clip-1', row, scores, label: 2 });
 * teaching.fit().scores(otherRow, otherScores);
 */
export class Teaching {
  readonly nFeatures: number;
  readonly nClasses: number;
  readonly strength: number;
  readonly margin: number;
  readonly #entries = new Map<string, Entry>();

  /** @throws {SerError} `invalid-option` */
  constructor({ nFeatures, nClasses, ...options }: TaughtShape & TeachOptions) {
    requireInteger('nFeatures', nFeatures, { min: 1, max: 2 ** 20 });
    requireInteger('nClasses', nClasses, { min: 2, max: 2 ** 16 });
    const { strength, margin } = teachSettings(options);
    this.nFeatures = nFeatures;
    this.nClasses = nClasses;
    this.strength = strength;
    this.margin = margin;
  }

  /** The taught examples, sorted by id. */
  get examples(): readonly TaughtExample[] {
    return [...this.#entries.values()].map(({ example }) => example).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /**
   * Adds an example, or replaces the one with the same id.
   *
   * @throws {SerError} `shape-mismatch`, `invalid-option`
   */
  teach(example: TaughtExample): void {
    checkTaughtExample(example, this);
    this.#entries.delete(example.id);
    const similarities = new Map([[example, similarity(example.row, example.row)]]);
    for (const { example: other } of this.#entries.values())
      similarities.set(other, similarity(example.row, other.row));
    this.#entries.set(example.id, { example, similarities });
  }

  /** @returns whether there was an example with this id */
  forget(id: string): boolean {
    return this.#entries.delete(id);
  }

  /**
   * The scores that the taught examples lead to.
   *
   * @param offset of the general scores, which is subtracted from them; `[nClasses]`. @default none
   */
  fit(offset?: ArrayLike<number>): TaughtScores {
    return this.#fit(this.examples, offset);
  }

  /**
   * The scores of each taught example as if it had not been taught, which estimate how well the classifier recognizes
   * other clips. At least three examples per class give an estimate with little bias.
   *
   * @returns scores by id
   */
  heldOutScores(offset?: ArrayLike<number>): ReadonlyMap<string, Float64Array> {
    const { examples } = this;
    const sums = new Map(examples.map(({ id }) => [id, { n: 0, scores: new Float64Array(this.nClasses) }]));
    for (const heldOut of heldOutFolds(examples.map(({ label }) => label))) {
      const out = new Set(heldOut);
      const fitted = this.#fit(
        examples.filter((_, i) => !out.has(i)),
        offset,
      );
      for (const i of out) {
        const sum = sums.get(examples[i]!.id)!;
        sum.n++;
        fitted.scores(examples[i]!.row, examples[i]!.scores).forEach((score, c) => (sum.scores[c]! += score));
      }
    }
    return new Map(Array.from(sums, ([id, { n, scores }]) => [id, scores.map((sum) => sum / n)]));
  }

  #fit(examples: readonly TaughtExample[], offset?: ArrayLike<number>): TaughtScores {
    const { nFeatures, nClasses, strength, margin } = this;
    const shape = { nFeatures, nClasses, offset };
    if (examples.length === 0) return new TaughtScores(shape, [], []);
    const labels = examples.map(({ label }) => label);
    const scores = examples.map((one) =>
      Float64Array.from(one.scores, (score, c) => score - (offset?.[c] ?? 0)),
    );
    const residuals = contrastResiduals(scores, { labels, margin });
    const kernel = examples.map((a) => Float64Array.from(examples, (b) => this.#similarityOf(a, b)));
    const coefficients = ridgeCorrection({ kernel, residuals, scores, labels, strength, margin });
    return new TaughtScores(shape, examples, coefficients);
  }

  #similarityOf(a: TaughtExample, b: TaughtExample): number {
    return this.#entries.get(a.id)!.similarities.get(b) ?? this.#entries.get(b.id)!.similarities.get(a)!;
  }
}
