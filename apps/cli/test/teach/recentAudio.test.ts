import { describe, expect, it } from 'vitest';
import { RecentAudio } from '../../src/teach/recentAudio.js';

const numbers = (from: number, to: number) => Float32Array.from({ length: to - from }, (_, i) => from + i);

describe('RecentAudio', () => {
  it('keeps the last seconds, in chunks of any size', () => {
    const recent = new RecentAudio({ sampleRate: 10, seconds: 2 });
    recent.push(numbers(0, 15));
    recent.push(numbers(15, 36));
    expect(recent.part({ start: 2, end: 3 })).toEqual({ samples: numbers(20, 30), sampleRate: 10 });
    expect(recent.part({ start: 3, end: 9 })!.samples).toEqual(numbers(30, 36));
  });

  it('has nothing of what is older, or still to come', () => {
    const recent = new RecentAudio({ sampleRate: 10, seconds: 2 });
    recent.push(numbers(0, 36));
    expect(recent.part({ start: 1, end: 3 })).toBeUndefined();
    expect(recent.part({ start: 4, end: 5 })).toBeUndefined();
  });
});
