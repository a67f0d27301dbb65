import { describe, expect, it } from 'vitest';
import { maxPositions, planWindows } from '../../src/windows/planWindows.js';

describe('planWindows', () => {
  it('is a single window up to 30 s', () => {
    expect(planWindows(1500)).toEqual([{ start: 0, from: 0, to: 1500 }]);
  });

  it('splits 55 s in two windows of 30 s that meet in the middle of their overlap', () => {
    expect(planWindows(2750)).toEqual([
      { start: 0, from: 0, to: 1375 },
      { start: 1250, from: 1375, to: 2750 },
    ]);
  });

  it.each([1501, 1600, 2751, 4321, 90_000, 180_001])('pools each of %i positions once', (nPositions) => {
    const windows = planWindows(nPositions);
    expect(windows[0]!.from).toBe(0);
    expect(windows.at(-1)!.to).toBe(nPositions);
    windows.forEach(({ start, from, to }, i) => {
      const next = windows[i + 1];
      expect(from).toBeLessThan(to);
      expect(start + maxPositions).toBeLessThanOrEqual(nPositions);
      expect([from >= start, to <= start + maxPositions]).toEqual([true, true]);
      if (!next) return;
      expect(next.from).toBe(to);
      // Both windows see at least 2.5 s beyond the border between them.
      expect(start + maxPositions - to).toBeGreaterThanOrEqual(125);
      expect(to - next.start).toBeGreaterThanOrEqual(125);
    });
  });
});
