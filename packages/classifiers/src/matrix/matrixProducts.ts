import { nextTurn } from '@ser/core';
import type { Matrix } from './matrix.js';

/** Which factor of a product is transposed first. */
export type Transposed = 'none' | 'left' | 'right';

/** Multiplies dense matrices in float32, by whatever an engine multiplies with. */
export interface Multiplier {
  /** @returns a new array, row-major */
  multiply(left: Matrix, right: Matrix, transposed: Transposed): Promise<Float32Array>;
  dispose(): Promise<void>;
}

/** Multiplications after which the event loop gets its turn: some milliseconds of work. */
const turnAfter = 2e9;

/**
 * Matrix products of one training: it can be ended between any two of them, and the event loop gets its turn now and
 * then.
 */
export class MatrixProducts {
  readonly #multiplier: Multiplier;
  readonly #signal: AbortSignal | undefined;
  #sinceTurn = 0;

  constructor(multiplier: Multiplier, signal?: AbortSignal) {
    this.#multiplier = multiplier;
    this.#signal = signal;
  }

  /**
   * `left · right`, with one of them transposed if that is asked for.
   *
   * @throws the signal's reason
   */
  async multiply(left: Matrix, right: Matrix, transposed: Transposed = 'none'): Promise<Matrix> {
    this.#signal?.throwIfAborted();
    const [nRows, nInner] = transposed === 'left' ? [left.nColumns, left.nRows] : [left.nRows, left.nColumns];
    const nColumns = transposed === 'right' ? right.nRows : right.nColumns;
    await this.#giveTurn(nRows * nInner * nColumns);
    return { data: await this.#multiplier.multiply(left, right, transposed), nRows, nColumns };
  }

  async #giveTurn(nMultiplications: number): Promise<void> {
    this.#sinceTurn += nMultiplications;
    if (this.#sinceTurn < turnAfter) return;
    this.#sinceTurn = 0;
    await nextTurn();
  }
}
