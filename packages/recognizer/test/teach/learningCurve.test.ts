import { describe, expect, it } from 'vitest';
import { learningCurve } from '../../src/teach/learningCurve.js';
import type { TaughtClip } from '../../src/teach/taughtClip.js';

const modelLabels = ['low', 'middle', 'high'];

/** Clips of two groups that lie apart; the model always answers `middle`. */
function clips(perLabel: number, labels = ['low', 'high']): readonly TaughtClip[] {
  return labels.flatMap((label, k) =>
    Array.from({ length: perLabel }, (_, i) => ({
      ...{ id: `${label}-${i}`, label, shares: [0.2, 0.6, 0.2] },
      row: Float32Array.of(k === 0 ? 1 : -1, 0.1 * i, 0.5),
    })),
  );
}

const curve = (taught: readonly TaughtClip[], options = {}) =>
  learningCurve(taught, { modelLabels, settings: {}, ...options });

describe('learningCurve', () => {
  it('starts with the model, and shows what teaching adds', () => {
    expect(curve(clips(4))).toEqual([
      { clipsPerLabel: 0, uar: 0, low: 0, high: 0 },
      { clipsPerLabel: 1, uar: 1, low: 1, high: 1 },
      { clipsPerLabel: 2, uar: 1, low: 1, high: 1 },
      { clipsPerLabel: 3, uar: 1, low: 1, high: 1 },
    ]);
  });

  it('leaves one clip of each label to test', () => {
    const numbers = curve([...clips(11), ...clips(5, ['middle'])]).map(({ clipsPerLabel }) => clipsPerLabel);
    expect(numbers).toEqual([0, 1, 2, 3]);
  });

  it('depends on the seed only', () => {
    const mixed = clips(6).map((clip, i) => (i % 5 === 0 ? { ...clip, label: 'low' } : clip));
    expect(curve(mixed, { seed: 3 })).toEqual(curve(mixed, { seed: 3 }));
  });

  it('is empty with one label', () => {
    expect(curve(clips(5, ['low']))).toEqual([]);
  });

  it('rejects no draws', () => {
    expect(() => curve(clips(3), { draws: 0 })).toThrow('`draws` must be an integer from 1 to 10000; got 0.');
  });
});
