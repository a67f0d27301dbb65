import { describe, expect, it } from 'vitest';
import { learningCurvesSvg } from '../src/learningCurvesSvg.js';
import { all, ownText, parseXml } from './parseXml.js';

const draw = (values: ArrayLike<number>) =>
  parseXml(learningCurvesSvg({ curves: [{ name: 'training', values }], yLabel: 'loss' }));
const texts = (values: ArrayLike<number>) => all(draw(values), 'text').map(ownText);
/** The subpaths of the curve itself, which is drawn before its name's line. */
const runs = (values: ArrayLike<number>) => all(draw(values), 'path')[0]!.attributes.d!.match(/M[^M]*/g);

describe('learningCurvesSvg', () => {
  it('marks the axes with round numbers, the vertical one from 0', () => {
    expect(texts([2.3, 1.7, 0.4])).toEqual(
      expect.arrayContaining(['0', '0.5', '1.0', '1.5', '2.0', '2.5', '1', '2', '3', 'epoch', 'loss']),
    );
  });

  it('names each curve at its end', () => {
    const curves = ['training', 'validation'].map((name) => ({ name, values: [2, 1] }));
    const svg = parseXml(learningCurvesSvg({ curves, yLabel: 'loss' }));
    const [first, second] = all(svg, 'text').filter((text) =>
      ['training', 'validation'].includes(ownText(text)),
    );
    expect(Number(second!.attributes.y) - Number(first!.attributes.y)).toBeGreaterThanOrEqual(18);
  });

  it('says in words where each curve starts, ends and turns', () => {
    expect(ownText(all(draw([2, 0.5, 1]), 'desc')[0]!)).toBe(
      'loss by epoch, 1 curve. training: from 2 to 1, lowest 0.5, highest 2.',
    );
  });

  it('leaves a gap where a value is not finite', () => {
    expect(runs([2, 1.5, NaN, 1.2, 1])).toHaveLength(2);
    expect(runs([2, 1.5, Infinity, 1.2, 1])).toHaveLength(2);
  });

  it('draws a point that has no neighbour', () => {
    expect(all(draw([0.4]), 'circle')).toHaveLength(1);
    expect(all(draw([1, 2, NaN, 3, NaN]), 'circle')).toHaveLength(1);
    expect(all(draw([1, 2]), 'circle')).toHaveLength(0);
  });

  it.each([
    ['no curve', []],
    ['an empty curve', [{ name: 'a', values: [] }]],
    ['only NaN', [{ name: 'a', values: [NaN, NaN] }]],
  ])('of %s says that there are no values', (_, curves) => {
    const markup = learningCurvesSvg({ curves, yLabel: 'loss' });
    expect(all(parseXml(markup), 'text').map(ownText)).toContain('no values');
    expect(markup.replace('NaN', '')).not.toMatch(/NaN|Infinity/);
  });

  it('goes below 0 where values do, and bears the largest numbers', () => {
    expect(texts([-1, 1])).toEqual(expect.arrayContaining(['-1.0', '0', '1.0']));
    expect(texts([1e300, 1])).toContain('1e300');
    expect(texts([5e-324, 0])).toContain('1.0');
    expect(
      learningCurvesSvg({ curves: [{ name: 'a', values: [1e308, -1e308] }], yLabel: 'loss' }),
    ).not.toMatch(/NaN|Infinity/);
  });

  it('grows taller for many curves instead of letting their names touch', () => {
    const curves = Array.from({ length: 24 }, (_, i) => ({ name: `fold ${i}`, values: [1, 2] }));
    const svg = parseXml(learningCurvesSvg({ curves, yLabel: 'loss' }));
    const heights = all(svg, 'text')
      .filter((text) => ownText(text).startsWith('fold'))
      .map((text) => Number(text.attributes.y));
    const sorted = [...heights].sort((a, b) => a - b);
    sorted.slice(1).forEach((y, i) => expect(y - sorted[i]!).toBeGreaterThan(17.9));
    expect(sorted.at(-1)).toBeLessThan(Number(svg.attributes.height));
  });

  it('refuses a width that leaves no room', () => {
    expect(() => learningCurvesSvg({ curves: [], yLabel: 'loss', width: 100 })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: '`width` must be at least 320 px, got `100`.',
      }),
    );
  });
});
