import { RandomStream } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { findLeaks, type LabeledMeasures } from '../../src/audit/findLeaks.js';

const labels = ['angry', 'fear', 'happy', 'neutral', 'sad'];
const random = new RandomStream(1);

/** Clips whose length, level, and zeros have nothing to do with their labels. */
function clips(count: number, change: (label: number) => Partial<LabeledMeasures> = () => ({})) {
  return Array.from({ length: count }, (_, i) => ({
    label: labels[i % 5]!,
    seconds: 2 + random.uniform(),
    levelDb: -20 + random.uniform(),
    leadingZeros: 0,
    trailingZeros: 0,
    sampleRate: 16_000,
    ...change(i % 5),
  }));
}

const sourcesThatWarn = (found: ReturnType<typeof findLeaks>) =>
  found.filter(({ warns }) => warns).map(({ source }) => source);

describe('findLeaks', () => {
  it('finds nothing in clips that differ only by chance', () => {
    const found = findLeaks(clips(500));
    expect(found.map(({ source }) => source)).toEqual(['length', 'level', 'all of these']);
    expect(sourcesThatWarn(found)).toEqual([]);
    for (const { accuracy, majority } of found) expect(accuracy - majority).toBeLessThan(0.1);
  });

  it('finds lengths that belong to labels, as in ASED', () => {
    const found = findLeaks(clips(500, (label) => ({ seconds: 2 + label * 0.2 + 0.3 * random.uniform() })));
    expect(sourcesThatWarn(found)).toContain('length');
    expect(found[0]!.accuracy).toBeGreaterThan(0.6);
  });

  it('finds a label that was recorded at another rate, or cut with zeros', () => {
    const rate = findLeaks(clips(500, (label) => ({ sampleRate: label === 0 ? 44_100 : 16_000 })));
    expect(sourcesThatWarn(rate)).toContain('sample rate');
    const zeros = findLeaks(clips(500, (label) => ({ leadingZeros: label === 2 ? 0.1 : 0 })));
    expect(sourcesThatWarn(zeros)).toContain('leading zeros');
  });

  it('says nothing about a few clips', () => {
    expect(findLeaks(clips(20))).toEqual([]);
  });
});
