import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/outcome/outcomeOf.js';
import { uar } from '../../src/labels/uar.js';

describe('outcomeOf', () => {
  it('predicts the most probable class of each row; of equals, the first', () => {
    const probabilities = Float32Array.of(0.25, 0.75, 0, 0.5, 0, 0.5);
    const outcome = outcomeOf([1, 2], probabilities);
    expect(outcome).toEqual({
      actual: [1, 2],
      predicted: Int32Array.of(1, 0),
      nClasses: 3,
      probabilities,
    });
    expect(uar(outcome)).toBe(0.5);
  });

  it('needs `nClasses` where there are no items', () => {
    expect(outcomeOf([], [], { nClasses: 3 }).nClasses).toBe(3);
    expect(() => outcomeOf([], [])).toThrow(expect.objectContaining({ code: 'no-items' }));
  });

  it.each([
    ['length-mismatch', 'a row for each of the 2 items; got 3 values', [0, 1], [1, 0, 1], {}],
    ['length-mismatch', '2 values for each of the 1 items; got 3 values', [0], [1, 0, 0], { nClasses: 2 }],
    ['invalid-class', '`actual[0]` must be a class index from 0 to 1; got 2', [2], [1, 0], {}],
    ['invalid-probability', 'must sum to 1; got 3. Pass probabilities, not logits', [0], [1, 1, 1], {}],
    ['invalid-option', '`nClasses` must be an integer from 1 to 65536; got 0', [], [], { nClasses: 0 }],
  ])('throws %s: %s', (code, fragment, y, probabilities, options) => {
    expect(() => outcomeOf(y, probabilities, options)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
