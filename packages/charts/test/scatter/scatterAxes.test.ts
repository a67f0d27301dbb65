import { describe, expect, it } from 'vitest';
import { scaleAxis, shareAxis } from '../../src/scatter/scatterAxes.js';

const texts = ({ ticks }: { readonly ticks: readonly { readonly text: string }[] }) =>
  ticks.map(({ text }) => text);

describe('scaleAxis', () => {
  it('of `linear` has the bounds at its ends', () => {
    const axis = scaleAxis({ kind: 'linear', low: 0, high: 0.5 }, [0.1]);
    expect([0, 0.25, 0.5].map(axis.at)).toEqual([0, 0.5, 1]);
    expect(texts(axis)).toEqual(['0', '0.25', '0.5']);
  });

  it('of `log` has the geometric mean in its middle', () => {
    const axis = scaleAxis({ kind: 'log', low: 1e-5, high: 0.1 }, [0.01]);
    expect(axis.at(1e-3)).toBeCloseTo(0.5, 12);
    expect(texts(axis)).toEqual(['1e−5', '0.001', '0.1']);
  });

  it('is widened for a value outside the bounds', () => {
    const axis = scaleAxis({ kind: 'integer', low: 16, high: 32 }, [64, 20]);
    expect(axis.at(64)).toBe(1);
    expect(texts(axis)).toEqual(['16', '40', '64']);
  });

  it('has a value without a logarithm at its low end', () => {
    expect(scaleAxis({ kind: 'log', low: 0.1, high: 1 }, [0]).at(0)).toBe(0);
  });

  it('has a place for each category, also for values outside the scale', () => {
    const axis = scaleAxis({ kind: 'category', values: ['[8]', 'none'] }, ['[16]']);
    expect(texts(axis)).toEqual(['[8]', 'none', '[16]']);
    expect(axis.at('none')).toBe(0.5);
  });
});

describe('shareAxis', () => {
  it.each([
    [
      [0.31, 0.64],
      ['30', '40', '50', '60', '70'],
    ],
    [[0.5], ['50', '52']],
    [
      [0.1, 0.95],
      ['0', '20', '40', '60', '80', '100'],
    ],
  ])('of %j has the steps %j, in percent', (shares, steps) => {
    const axis = shareAxis(shares);
    expect(texts(axis)).toEqual(steps);
    for (const share of shares) expect(axis.at(share) >= 0 && axis.at(share) <= 1).toBe(true);
  });
});
