import { describe, expect, it } from 'vitest';
import { enrolmentCurveSvg } from '../src/enrolmentCurveSvg.js';
import { all, ownText, parseXml } from './parseXml.js';

const curve = {
  name: 'ridge',
  points: [
    { clips: 0, value: 0.5, low: 0.4, high: 0.6 },
    { clips: 10, value: 0.75, low: 0.7, high: 0.8 },
  ],
};

describe('enrolmentCurveSvg', () => {
  it('draws a point for each number of clips, and a band between the ends of the intervals', () => {
    const svg = parseXml(enrolmentCurveSvg({ curves: [curve], chance: 0.125 }));
    expect(all(svg, 'circle')).toHaveLength(2);
    const bands = all(svg, 'path').filter(({ attributes }) => attributes.d!.endsWith('Z'));
    expect(bands).toHaveLength(1);
    expect(bands[0]!.attributes.d!.match(/[ML]/g)).toHaveLength(4);
    expect(all(svg, 'text').map(ownText)).toEqual(expect.arrayContaining(['ridge', 'chance 13%']));
  });

  it('tells curves apart by the shape of their points as well as by colour', () => {
    const svg = parseXml(enrolmentCurveSvg({ curves: [curve, curve, curve] }));
    const squares = all(svg, 'rect').filter(({ attributes }) => attributes.height === '6');
    expect(squares.map(({ attributes }) => attributes.transform !== undefined)).toEqual([
      ...[false, false],
      ...[true, true],
    ]);
  });

  it('says in words where each curve starts and ends', () => {
    expect(ownText(all(parseXml(enrolmentCurveSvg({ curves: [curve] })), 'desc')[0]!)).toBe(
      'ridge: 50% with 0 clips, 75% with 10.',
    );
  });

  it.each([
    ['no-items', '`curves` must hold', { curves: [] }],
    ['no-items', '`points` must hold', { curves: [{ name: 'a', points: [] }] }],
    [
      'invalid-option',
      'got `2` in 5, 2.',
      { curves: [{ name: 'a', points: [5, 2].map((clips) => ({ clips, value: 0.5 })) }] },
    ],
    [
      'invalid-option',
      'got `NaN` in NaN.',
      { curves: [{ name: 'a', points: [{ clips: NaN, value: 0.5 }] }] },
    ],
    ['invalid-option', '`value` must lie', { curves: [{ name: 'a', points: [{ clips: 1, value: 50 }] }] }],
  ])('refuses %s: %s', (code, fragment, options) => {
    expect(() => enrolmentCurveSvg(options)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
