import { describe, expect, it } from 'vitest';
import { figuresOf } from '../src/figures.js';

const interval = { low: 0.312345, high: 0.5 };
const one = { corpus: 'tess', chance: 0.5, uar: 0.412345, interval };

describe('figuresOf', () => {
  it('has one figure per corpus and point, with four digits', () => {
    const points = [{ clips: 0, uar: 0.412345, interval, corpora: [one] }];
    const curves = [{ choice: 'all' as const, labels: ['a', 'b'], chance: 0.5, points }];
    expect(figuresOf({ sentence: '', draws: 1, curves }, 'Held out.')).toEqual([
      {
        ...{ protocol: 'Held out.', corpus: 'tess', choice: 'all', clips: 0, uar: 0.4123, chance: 0.5 },
        interval: { low: 0.3123, high: 0.5 },
      },
    ]);
  });

  it('has the mean over several corpora too', () => {
    const corpora = [one, { corpus: 'nemo', chance: 0.5, uar: 0.6, interval: null }];
    const points = [{ clips: 'all' as const, uar: 0.5061725, interval: null, corpora }];
    const curves = [{ choice: 'all' as const, labels: ['a', 'b'], chance: 0.5, points }];
    const figures = figuresOf({ sentence: '', draws: 1, curves }, 'Held out.');
    expect(figures.map(({ corpus, uar, interval }) => [corpus, uar, interval])).toEqual([
      ['tess', 0.4123, { low: 0.3123, high: 0.5 }],
      ['nemo', 0.6, null],
      ['mean', 0.5062, null],
    ]);
  });

  it('lists a corpus that has all labels once', () => {
    const whole = { ...one, corpus: 'ravdess', chance: 1 / 3 };
    const points = [{ clips: 0, uar: 0.4, interval, corpora: [one, whole] }];
    const curves = (['all', 'tested'] as const).map((choice) => ({
      ...{ choice, labels: ['a', 'b', 'c'], chance: 0.4, points },
    }));
    const figures = figuresOf({ sentence: '', draws: 1, curves }, '');
    expect(figures.map(({ corpus, choice }) => [corpus, choice])).toEqual([
      ['tess', 'all'],
      ['ravdess', 'all'],
      ['mean', 'all'],
      ['tess', 'tested'],
      ['mean', 'tested'],
    ]);
  });
});
