import { perClass } from '@ser/metrics';
import { describe, expect, it } from 'vitest';
import { perClassChart } from '../../src/perClass/perClassChart.js';
import { all, parseXml, textsOf } from '../xml.js';

const labels = ['angry', 'sad', 'never'];
const scores = perClass({ actual: [0, 0, 1, 1], predicted: [0, 1, 1, 1], nClasses: 3 });
const bars = (svg: string) =>
  all(parseXml(svg), 'rect').filter(({ attributes }) => attributes.class === 'fill0');

describe('perClassChart', () => {
  it('draws a bar as long as the value, with the value and the number of items', () => {
    const svg = perClassChart({ scores, labels }).svg();
    const [angry, sad] = bars(svg).map(({ attributes }) => Number(attributes.width));
    expect(angry! / sad!).toBeCloseTo(0.5, 3);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['50%', '100%', 'n = 2']));
  });

  it('has no bar for a class without items', () => {
    const chart = perClassChart({ scores, labels });
    expect(bars(chart.svg())).toHaveLength(2);
    expect(textsOf(chart.svg())).toContain('no items');
    expect(chart.rows[2]).toEqual({ class: 'never', recall: null, items: 0 });
  });

  it('says where a score is not defined', () => {
    const outcome = { actual: [0, 0, 1], predicted: [0, 0, 0], nClasses: 2 };
    const undefinedScores = perClass(outcome, { zeroDivision: NaN });
    const data = { scores: undefinedScores, labels: ['angry', 'sad'] };
    const chart = perClassChart(data, { measure: 'precision' });
    expect(textsOf(chart.svg())).toContain('not defined');
    expect(chart.description).toBe('Precision: angry 67% of 2, sad not defined, of 1.');
  });

  it('describes each class', () => {
    expect(perClassChart({ scores, labels }, { chance: 0.5 }).description).toBe(
      'Recall: angry 50% of 2, sad 100% of 2, never no items. Chance is 50%.',
    );
  });

  it('takes another measure', () => {
    const chart = perClassChart({ scores, labels }, { measure: 'precision' });
    expect(chart.title).toBe('Precision by class');
    expect(textsOf(chart.svg())).toContain('67%');
  });

  it('throws for scores and labels of different lengths, and for a chance level outside [0, 1]', () => {
    expect(() => perClassChart({ scores, labels: ['a'] })).toThrow(
      expect.objectContaining({
        code: 'length-mismatch',
        message: expect.stringContaining('got 3 rows and 1 labels'),
      }),
    );
    expect(() => perClassChart({ scores, labels }, { chance: 13 })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: '`chance` must be a finite number from 0 to 1; got 13.',
      }),
    );
  });
});
