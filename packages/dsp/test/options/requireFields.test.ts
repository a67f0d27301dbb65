import { describe, expect, it } from 'vitest';
import { requireFields } from '../../src/options/requireFields.js';
import { errorFrom } from '../helpers/errorFrom.js';

describe('requireFields', () => {
  it('returns the fields of an object', () => {
    expect(requireFields('segment', { start: 1 }, ['start', 'duration'])).toEqual({ start: 1 });
  });

  it.each([
    [null, '`segment` must be an object; got null.'],
    [[1], '`segment` must be an object; got [1].'],
    [{ stop: 1 }, '`segment.stop` is not an option. Use one of start, duration.'],
  ])('rejects %j', (value, message) => {
    const error = errorFrom(() => requireFields('segment', value, ['start', 'duration']));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toBe(message);
  });
});
