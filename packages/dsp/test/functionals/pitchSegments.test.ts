import { describe, expect, it } from 'vitest';
import { pitchSegments, segmentNames } from '../../src/functionals/pitchSegments.js';
import { framesOf } from '../helpers/framesOf.js';

describe('pitchSegments', () => {
  it('measures change, range, and slope of each run of at least five voiced frames', () => {
    const frames = framesOf({
      active: '1'.repeat(15),
      voiced: '111110111101111',
      f0: [0, 1, 2, 3, 4, 0, 5, 5, 5, 5, 0, 9, 9, 9, 9],
    });
    const row = new Float64Array(segmentNames.length);
    pitchSegments(frames, row, 0);
    expect([...row]).toEqual([4, 4, 1, 0, 0, 0, 4, 4, 1, 4, 4, 1]);
  });

  it('is 0 without any', () => {
    const row = new Float64Array(segmentNames.length).fill(NaN);
    pitchSegments(framesOf({ active: '1111', voiced: '1111' }), row, 0);
    expect([...row]).toEqual(new Array(segmentNames.length).fill(0));
  });
});
