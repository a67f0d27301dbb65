import { describe, expect, it } from 'vitest';
import { stack } from '../../src/frames/stack.js';
import { errorFrom } from '../helpers/errorFrom.js';

/** Features of one clip with the given rows. */
function featuresOf(rows: readonly (readonly number[])[]) {
  const names = rows[0]!.map((_, i) => `mfcc${i}`);
  return { data: Float32Array.from(rows.flat()), nFrames: rows.length, nFeatures: names.length, names };
}

const clips = [
  featuresOf([
    [1, 2, 3],
    [4, 5, 6],
  ]),
  featuresOf([
    [7, 8, 9],
    [10, 11, 12],
  ]),
];

describe('stack', () => {
  it('stacks features along a new first axis', () => {
    const { data, shape } = stack(clips);
    expect(shape).toEqual([2, 2, 3]);
    expect([...data]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('copies the features', () => {
    const [clip] = clips;
    const { data } = stack([clip!]);
    data.fill(0);
    expect(clip!.data[0]).toBe(1);
  });

  it.each([
    [
      'fewer frames',
      featuresOf([[1, 2, 3]]),
      'got [1, 3] at index 2. Give clips the same length with `segment`',
    ],
    ['other features', featuresOf([[1], [2]]), 'the shape [2, 3] of the first; got [2, 1] at index 2'],
    ['wrong data', { ...clips[0]!, data: new Float32Array(5) }, 'got [2, 3] at index 2'],
  ])('rejects %s', (_, odd, message) => {
    const error = errorFrom(() => stack([...clips, odd]));
    expect(error.code).toBe('shape-mismatch');
    expect(error.message).toContain(message);
  });

  it('rejects an empty list', () => {
    const error = errorFrom(() => stack([]));
    expect(error.code).toBe('shape-mismatch');
    expect(error.message).toContain('at least one clip; got none');
  });
});
