import { describe, expect, it } from 'vitest';
import { requireOdd } from '../../src/options/requireOdd.js';
import { errorFrom } from '../helpers/errorFrom.js';

describe('requireOdd', () => {
  it.each([
    [4, '`width` must be an odd integer; got 4. Use 5.'],
    [10, '`width` must be an odd integer; got 10. Use 9.'],
    [1, '`width` must be an integer from 3 to 10; got 1.'],
    [3.5, '`width` must be an integer from 3 to 10; got 3.5.'],
  ])('rejects %d', (value, message) => {
    expect(errorFrom(() => requireOdd('width', value, { min: 3, max: 10 })).message).toBe(message);
  });
});
