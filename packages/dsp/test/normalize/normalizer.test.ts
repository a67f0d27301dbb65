import { describe, expect, it } from 'vitest';
import type { Features } from '../../src/frames/features.js';
import { Normalizer } from '../../src/normalize/normalizer.js';

function featuresOf(rows: readonly (readonly number[])[], names = ['a', 'b']): Features {
  return { data: Float32Array.from(rows.flat()), nFrames: rows.length, nFeatures: names.length, names };
}

const clips = [
  featuresOf([
    [1, 10],
    [3, 30],
  ]),
  featuresOf([[5, 50]]),
];

describe('Normalizer', () => {
  it('has the mean and population standard deviation over the frames of all clips', () => {
    const normalizer = Normalizer.fit(clips);
    expect([...normalizer.mean]).toEqual([3, 30]);
    expect(normalizer.scale[0]).toBeCloseTo(Math.sqrt(8 / 3), 14);
    expect(normalizer.scale[1]).toBeCloseTo(10 * Math.sqrt(8 / 3), 14);
  });

  it('brings the training frames to mean 0 and deviation 1', () => {
    const normalizer = Normalizer.fit(clips);
    const values = clips.flatMap((clip) => [...normalizer.apply(clip).data]);
    const first = values.filter((_, i) => i % 2 === 0);
    expect(first.reduce((sum, z) => sum + z, 0)).toBeCloseTo(0, 6);
    expect(first.reduce((sum, z) => sum + z * z, 0) / first.length).toBeCloseTo(1, 6);
  });

  it('can be fitted to the features of one clip', () => {
    expect(Normalizer.fit(clips[0]!)).toEqual(Normalizer.fit([clips[0]!]));
  });

  it('removes the offset and gain of a feature', () => {
    const moved = clips.map((clip) => ({ ...clip, data: clip.data.map((value) => value * 4 + 7) }));
    const plain = Normalizer.fit(clips).apply(clips[0]!);
    const same = Normalizer.fit(moved).apply(moved[0]!);
    plain.data.forEach((value, i) => expect(same.data[i]).toBeCloseTo(value, 6));
  });

  it('maps a constant feature to 0, and a later change to a finite value', () => {
    // 0.1 has no exact float32 representation: its mean is rounded, so its deviation would be tiny instead of 0.
    const constant = featuresOf(
      Array.from({ length: 1000 }, () => [0.1]),
      ['a'],
    );
    const normalizer = Normalizer.fit([constant]);
    expect(normalizer.scale[0]).toBe(1);
    expect(normalizer.apply(constant).data[0]).toBeCloseTo(0, 7);
    expect(normalizer.apply(featuresOf([[5]], ['a'])).data[0]).toBeCloseTo(4.9, 6);
  });

  it('is accurate for small deviations around a large mean', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => [4096 + (i % 2 === 0 ? 0.001 : -0.001)]);
    const [high, low] = [Math.fround(4096.001), Math.fround(4095.999)];
    expect(Normalizer.fit([featuresOf(rows, ['a'])]).scale[0]).toBeCloseTo((high - low) / 2, 12);
  });

  it('limits z-scores', () => {
    const far = featuresOf([[3 + 10 * Math.sqrt(8 / 3), 30 - 100 * Math.sqrt(8 / 3)]]);
    expect([...Normalizer.fit(clips, { clip: 3 }).apply(far).data]).toEqual([3, -3]);
    expect([...Normalizer.fit(clips).apply(far).data]).toEqual([10, -10]);
  });

  it('is created from known statistics, such as those of an average speaker', () => {
    const average = { names: ['a', 'b'], mean: Float64Array.of(1, 2), deviation: Float64Array.of(4, 0) };
    const normalizer = Normalizer.of(average, { clip: 2 });
    expect(normalizer.toJSON()).toEqual({
      kind: 'train',
      names: ['a', 'b'],
      mean: [1, 2],
      scale: [4, 1],
      clip: 2,
    });
    expect([...normalizer.apply(featuresOf([[3, 3]])).data]).toEqual([0.5, 1]);
  });

  it('normalizes each clip by its own frames with perClip', () => {
    const own = Normalizer.perClip(['a', 'b'], { clip: 3 });
    expect([...own.apply(clips[0]!).data]).toEqual([-1, -1, 1, 1]);
    expect(() => own.apply(clips[1]!)).toThrow(
      expect.objectContaining({
        code: 'invalid-features',
        message: expect.stringContaining('at least 2 frames; got 1'),
      }),
    );
    const back = Normalizer.fromJSON(JSON.parse(JSON.stringify(own)));
    expect(back).toEqual(own);
  });

  it.each([0, -1, NaN, Infinity])('rejects %d as a limit', (clip) => {
    expect(() => Normalizer.fit(clips, { clip })).toThrow(
      expect.objectContaining({ code: 'invalid-option', message: expect.stringContaining('`clip`') }),
    );
  });

  it('does not change the given features', () => {
    const before = [...clips[0]!.data];
    Normalizer.fit(clips).apply(clips[0]!);
    expect([...clips[0]!.data]).toEqual(before);
  });

  it.each([{}, { clip: 3 }])('is restored exactly from JSON, with %j', (options) => {
    const rows = [
      [0.1, 1 / 3],
      [0.7, 2e-30],
    ];
    const normalizer = Normalizer.fit([featuresOf(rows)], options);
    const back = Normalizer.fromJSON(JSON.parse(JSON.stringify(normalizer)));
    expect(back).toEqual(normalizer);
    expect([...back.mean]).toEqual([...normalizer.mean]);
  });

  it.each([
    ['Statistics need at least one frame of at least one feature; got none', []],
    ['Statistics need at least one frame of at least one feature; got none', [featuresOf([])]],
    ['Features must be finite; got NaN for `b`', [featuresOf([[1, NaN]])]],
    ['(feature 1: `b`, got `c`)', [clips[0]!, featuresOf([[1, 2]], ['a', 'c'])]],
  ])('is not fitted on invalid features: %s', (fragment, nonsense) => {
    expect(() => Normalizer.fit(nonsense)).toThrow(
      expect.objectContaining({ code: 'invalid-features', message: expect.stringContaining(fragment) }),
    );
  });

  it.each([
    ['other names', featuresOf([[1, 2]], ['a', 'x'])],
    ['fewer', featuresOf([[1]], ['a'])],
    ['more', featuresOf([[1, 2, 3]], ['a', 'b', 'c'])],
  ])('rejects features of %s', (_, other) => {
    expect(() => Normalizer.fit(clips).apply(other)).toThrow(
      expect.objectContaining({ code: 'invalid-features' }),
    );
  });

  it.each([
    null,
    {},
    { kind: 'speaker', names: ['a'], mean: [0], scale: [1] },
    { kind: 'train', names: ['a', 'b'], mean: [0], scale: [1] },
    { kind: 'train', names: ['a'], mean: [0], scale: [0] },
    { kind: 'train', names: ['a'], mean: [null], scale: [1] },
    { kind: 'train', names: ['a'], mean: [0], scale: [1], clip: 0 },
    { kind: 'clip', names: [] },
  ])('rejects %j', (json) => {
    expect(() => Normalizer.fromJSON(json)).toThrow(
      expect.objectContaining({
        code: 'invalid-normalizer',
        message: expect.stringContaining('A normalizer must have'),
      }),
    );
  });
});
