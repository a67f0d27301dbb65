import { describe, expect, it } from 'vitest';
import { delta, type DeltaOptions } from '../../src/frames/delta.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden, maxDifference } from '../helpers/golden.js';
import { noise } from '../helpers/testSignal.js';

/** One feature over time. */
function course(values: ArrayLike<number>) {
  return { data: Float32Array.from(values), nFrames: values.length, nFeatures: 1, names: ['a'] };
}

const frames = Float64Array.from({ length: 12 }, (_, t) => t);

describe('delta', () => {
  it('of a line is its slope in every frame, and its curvature is 0', () => {
    const line = course(frames.map((t) => 3 * t - 5));
    delta(line).data.forEach((value) => expect(value).toBeCloseTo(3, 6));
    delta(line, { order: 2 }).data.forEach((value) => expect(value).toBeCloseTo(0, 6));
  });

  it('of order 2 of a parabola is its second derivative in every frame', () => {
    delta(course(frames.map((t) => t * t)), { order: 2 }).data.forEach((value) => {
      expect(value).toBeCloseTo(2, 5);
    });
  });

  it('repeats the first and last complete value at the ends', () => {
    const { data } = delta(course(noise(12)), { width: 5 });
    expect([data[0], data[1]]).toEqual([data[2], data[2]]);
    expect([data[10], data[11]]).toEqual([data[9], data[9]]);
  });

  it('keeps the shape, and names the columns', () => {
    const features = { data: new Float32Array(24), nFrames: 12, nFeatures: 2, names: ['mfcc0', 'mfcc1'] };
    expect(delta(features)).toMatchObject({
      nFrames: 12,
      nFeatures: 2,
      names: ['mfcc0.delta', 'mfcc1.delta'],
    });
    expect(delta(features, { order: 2 }).names).toEqual(['mfcc0.delta2', 'mfcc1.delta2']);
  });

  it('needs at least as many frames as its width', () => {
    expect(delta(course(frames.subarray(0, 9))).data).toHaveLength(9);
    const error = errorFrom(() => delta(course(frames.subarray(0, 8))));
    expect(error.code).toBe('clip-too-short');
    expect(error.message).toContain(
      'Deltas need a clip of at least 9 frames; got 8. Leave out the clip, lower',
    );
  });

  it.each([
    [{ order: 3 }, '`order` must be one of 1, 2; got 3'],
    [{ width: 1 }, '`width` must be an integer from 3 to 9999; got 1'],
    [{ width: 4 }, '`width` must be an odd integer; got 4. Use 5.'],
  ])('rejects %o', (options, message) => {
    const error = errorFrom(() => delta(course(frames), options as DeltaOptions));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });

  // float32 results for values up to 1
  it.each(golden<{ nFrames: number; options: DeltaOptions; expected: number[] }>('deltas'))(
    'equals librosa: $nFrames frames, $title',
    ({ nFrames, options, expected }) => {
      const features = {
        data: Float32Array.from(noise(2 * nFrames)),
        nFrames,
        nFeatures: 2,
        names: ['a', 'b'],
      };
      expect(maxDifference(delta(features, options).data, expected)).toBeLessThan(1e-6);
    },
  );
});
