import { nextTurn } from '@ser/core';
import type { Matrix } from './matrix.js';

/** Which factor of a product is transposed. */
export type Transposed = 'none' | 'left' | 'right';

/** Multiplies dense matrices in float32: plain TypeScript, or the matrix product of an engine. */
export interface Multiplier {
  /** @returns a new array, row-major */
  multiply(left: Matrix, right: Matrix, transposed: Transposed): Promise<Float32Array>;
  dispose(): Promise<void>;
}

/** Multiplications between two turns of the event loop: some milliseconds of work on an engine. */
const multiplicationsPerTurn = 2e9;

/** Matrix products of one fit. Between two of them, the fit can be aborted, and the event loop runs regularly. */
export class MatrixProducts {
  readonly #multiplier: Multiplier;
  readonly #signal: AbortSignal | undefined;
  #sinceTurn = 0;

  constructor(multiplier: Multiplier, signal?: AbortSignal) {
    this.#multiplier = multiplier;
    this.#signal = signal;
  }

  /**
   * `left · right`, with one of them transposed on request.
   *
   * @throws the signal's reason
   */
  async multiply(left: Matrix, right: Matrix, transposed: Transposed = 'none'): Promise<Matrix> {
    this.#signal?.throwIfAborted();
    const [nRows, nInner] = transposed === 'left' ? [left.nColumns, left.nRows] : [left.nRows, left.nColumns];
    const nColumns = transposed === 'right' ? right.nRows : right.nColumns;
    await this.#yieldRegularly(nRows * nInner * nColumns);
    return { data: await this.#multiplier.multiply(left, right, transposed), nRows, nColumns };
  }

  async #yieldRegularly(nMultiplications: number): Promise<void> {
    this.#sinceTurn += nMultiplications;
    if (this.#sinceTurn < multiplicationsPerTurn) return;
    this.#sinceTurn = 0;
    await nextTurn();
  }
}
