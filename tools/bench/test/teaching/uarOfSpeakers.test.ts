import { describe, expect, it } from 'vitest';
import { uarOfSpeakers } from '../../src/teaching/uarOfSpeakers.js';

const tally = (corpus: string, hits: number[], support: number[]) => ({
  corpus,
  hits: Float64Array.from(hits),
  support: Float64Array.from(support),
});

describe('uarOfSpeakers', () => {
  it('pools the speakers of a corpus, and averages the corpora', () => {
    const { corpora, mean, low, high } = uarOfSpeakers(
      [tally('a', [2, 0], [2, 4]), tally('a', [0, 4], [2, 4]), tally('b', [1, 1], [1, 1])],
      1,
    );
    expect(corpora).toEqual({ a: 0.5, b: 1 });
    expect(mean).toBe(0.75);
    expect(low).toBeLessThan(mean + 1e-9);
    expect(high).toBeGreaterThan(mean - 1e-9);
  });

  it('leaves out classes that no speaker has', () => {
    expect(uarOfSpeakers([tally('a', [1, 0], [2, 0])], 1).mean).toBe(0.5);
  });
});
