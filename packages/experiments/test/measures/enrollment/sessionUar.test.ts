import { describe, expect, it } from 'vitest';
import { sessionUar } from '../../../src/measures/enrollment/sessionUar.js';

/** Right answers and clips of one speaker, class by class. */
function speaker(hits: readonly number[], support: readonly number[]) {
  return { hits: Float64Array.from(hits), support: Float64Array.from(support) };
}

const even = speaker([5, 10], [10, 10]);
const worse = speaker([0, 5], [10, 10]);

describe('sessionUar', () => {
  it('is the mean of the recalls over all speakers of a corpus', () => {
    const { uar, corpora } = sessionUar([{ corpus: 'a', speakers: [even, worse] }], 1);
    expect(uar).toBe((5 / 20 + 15 / 20) / 2);
    expect(corpora).toMatchObject([{ corpus: 'a', uar: 0.5 }]);
  });

  it('leaves out a class that no speaker has', () => {
    expect(sessionUar([{ corpus: 'a', speakers: [speaker([3, 0], [4, 0])] }], 1).uar).toBe(0.75);
  });

  it('over several corpora is their mean, independent of their sizes', () => {
    const large = { corpus: 'a', speakers: [even, even, even] };
    const small = { corpus: 'b', speakers: [worse] };
    expect(sessionUar([large, small], 1).uar).toBe((0.75 + 0.25) / 2);
  });

  it('has an interval of no width when all speakers are alike', () => {
    const { interval, corpora } = sessionUar([{ corpus: 'a', speakers: [even, even] }], 1);
    expect(interval).toEqual({ low: 0.75, high: 0.75 });
    expect(corpora[0]!.interval).toEqual(interval);
  });

  it('has no interval where a corpus has one speaker', () => {
    const { interval, corpora } = sessionUar(
      [
        { corpus: 'a', speakers: [even, worse] },
        { corpus: 'b', speakers: [even] },
      ],
      1,
    );
    expect(interval).toBeNull();
    expect(corpora.map((one) => one.interval !== null)).toEqual([true, false]);
  });

  it('draws speakers: one of two is left out in half of the resamples', () => {
    const { interval } = sessionUar([{ corpus: 'a', speakers: [even, worse] }], 1);
    expect(interval).toEqual({ low: 0.25, high: 0.75 });
  });

  it('is narrower for the mean of corpora that are unsure in ways of their own', () => {
    const speakers = [0, 2, 4, 6, 8, 10].map((hits) => speaker([hits, hits], [10, 10]));
    const { interval, corpora } = sessionUar(
      [
        { corpus: 'a', speakers },
        { corpus: 'b', speakers },
      ],
      1,
    );
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(interval!)).toBeLessThan(0.85 * width(corpora[0]!.interval!));
  });

  it('is the same for the same seed', () => {
    const corpora = [{ corpus: 'a', speakers: [even, worse, even] }];
    expect(sessionUar(corpora, 3)).toEqual(sessionUar(corpora, 3));
  });
});
