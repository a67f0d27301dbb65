import { describe, expect, it } from 'vitest';
import { restore } from '../../src/flac/predictor.js';

const blockSize = 200;

/** Reproducible integers in [-range, range]. */
function integers(length: number, range: number, seed: number): number[] {
  return Array.from({ length }, (_, i) => Math.round(range * Math.sin(seed + i * i)));
}

/** The samples as the format defines them, in exact arithmetic. */
function expected(
  warmUp: readonly number[],
  residual: readonly number[],
  coefficients: number[],
  shift: number,
) {
  const samples = warmUp.map(BigInt);
  for (let i = warmUp.length; i < blockSize; i++) {
    const sum = coefficients.reduce((total, weight, j) => total + BigInt(weight) * samples[i - 1 - j]!, 0n);
    samples.push(BigInt(residual[i]!) + (sum >> BigInt(shift)));
  }
  return samples.map(Number);
}

describe('restore', () => {
  it.each(Array.from({ length: 33 }, (_, order) => order))('adds a prediction of order %i', (order) => {
    const coefficients = integers(order, 20, 3);
    const residual = integers(blockSize, 1000, 5);
    const warmUp = integers(order, 30_000, 7);
    for (const [Block, bits] of [[Int32Array, 16] as const, [Float64Array, 33] as const]) {
      const block = new Block(blockSize).fill(12345);
      block.set(warmUp);
      restore(block, Int32Array.from(residual), { blockSize, bits, predictor: { coefficients, shift: 9 } });
      expect([...block]).toEqual(expected(warmUp, residual, coefficients, 9));
    }
  });
});
