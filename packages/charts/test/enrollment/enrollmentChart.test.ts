import { describe, expect, it } from 'vitest';
import { enrollmentChart } from '../../src/enrollment/enrollmentChart.js';
import { all, parseXml, textsOf } from '../xml.js';

const curve = {
  name: 'ridge',
  points: [
    { clips: 0, value: 0.5, low: 0.4, high: 0.6 },
    { clips: 10, value: 0.75, low: 0.7, high: 0.8 },
  ],
};

describe('enrollmentChart', () => {
  it('draws a point for each number of clips, and a band between the ends of the intervals', () => {
    const markup = enrollmentChart([curve], { chance: 0.125 }).svg();
    const svg = parseXml(markup);
    expect(all(svg, 'circle')).toHaveLength(2);
    const bands = all(svg, 'path').filter(({ attributes }) => attributes.d!.endsWith('Z'));
    expect(bands).toHaveLength(1);
    expect(bands[0]!.attributes.d!.match(/[ML]/g)).toHaveLength(4);
    expect(textsOf(markup)).toEqual(expect.arrayContaining(['ridge', 'chance 13%']));
  });

  it('gives the points of each curve another shape', () => {
    const svg = parseXml(enrollmentChart([curve, curve, curve]).svg());
    const squares = all(svg, 'rect').filter(({ attributes }) => attributes.height === '6');
    expect(squares.map(({ attributes }) => attributes.transform !== undefined)).toEqual([
      ...[false, false],
      ...[true, true],
    ]);
  });

  it('describes the ends of each curve, and has a row for each point', () => {
    const { description, rows } = enrollmentChart([curve]);
    expect(description).toBe('ridge: 50% with 0 clips, 75% with 10.');
    expect(rows[1]).toEqual({ model: 'ridge', clips: 10, UAR: 0.75, low: 0.7, high: 0.8 });
  });

  it.each([
    ['no-items', '`curves` must have', []],
    ['no-items', '`points` must have', [{ name: 'a', points: [] }]],
    [
      'invalid-option',
      '`clips` must be at least 0 and rising from point to point; got [5,2]',
      [{ name: 'a', points: [5, 2].map((clips) => ({ clips, value: 0.5 })) }],
    ],
    ['invalid-option', '`clips` must be', [{ name: 'a', points: [{ clips: NaN, value: 0.5 }] }]],
    ['invalid-option', '`value` must be', [{ name: 'a', points: [{ clips: 1, value: 50 }] }]],
  ])('throws %s: %s', (code, fragment, curves) => {
    expect(() => enrollmentChart(curves)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
