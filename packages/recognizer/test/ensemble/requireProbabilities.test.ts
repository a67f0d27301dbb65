import { describe, expect, it } from 'vitest';
import { requireProbabilities } from '../../src/ensemble/requireProbabilities.js';

describe('requireProbabilities', () => {
  it('passes probabilities on', () => {
    const rows = Float32Array.of(0.25, 0.75, 1, 0);
    expect(requireProbabilities(rows, 2)).toBe(rows);
  });

  it.each([
    ['values that do not sum to 1', [0.5, 0.75]],
    ['negative values', [-0.5, 1.5]],
    ['NaN', [NaN, 1]],
    ['infinite values', [Infinity, 0]],
  ])('rejects %s', (_, row) => {
    expect(() => requireProbabilities(Float32Array.from(row), 2)).toThrow(
      expect.objectContaining({ code: 'model-corrupt', message: expect.stringContaining('softmax') }),
    );
  });
});
