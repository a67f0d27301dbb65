import { describe, expect, it } from 'vitest';
import { durationText, RemainingTime } from '../../src/show/remainingTime.js';

describe('RemainingTime', () => {
  it('is estimated by the speed of the last minute, so that cached clips do not count', () => {
    let now = 1000;
    const remaining = new RemainingTime(() => now);
    const after = (seconds: number, done: number) => {
      now += 1000 * seconds;
      return remaining.text(done, 10_000);
    };
    expect(after(1, 4000)).toBe(''); // too early
    for (let i = 0; i < 120; i++) after(1, 4000 + 10 * (i + 1)); // 10 clips a second
    expect(after(1, 5210)).toBe('about 8 min left');
    expect(after(1, 10_000)).toBe('');
  });

  it('is unknown while nothing is done', () => {
    let now = 0;
    const remaining = new RemainingTime(() => now);
    remaining.text(0, 10);
    now = 90_000;
    expect(remaining.text(0, 10)).toBe('');
  });
});

describe('durationText', () => {
  it('is as precise as an estimate', () => {
    expect([2, 41, 100, 4801].map(durationText)).toEqual(['5 s', '40 s', '2 min', '1 h 20 min']);
  });
});
