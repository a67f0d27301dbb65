import { describe, expect, it } from 'vitest';
import { scatterFigure } from '../../../src/tune/report/scatterFigure.js';

const parameter = { kind: 'linear', low: 0, high: 1 } as const;
const point = (trial: number, score: number | undefined) => ({
  ...{ trial, value: trial / 4, score, epochs: 1, isFinal: true, isBest: false },
});
const figureOf = (...scores: (number | undefined)[]) =>
  String(
    scatterFigure({ name: 'dropout', parameter, points: scores.map((s, i) => point(i, s)), metric: 'UAR' }),
  );

describe('scatterFigure', () => {
  it('says in words between which scores the trials lie', () => {
    expect(figureOf(0.25, undefined, 0.5)).toContain('3 trials; UAR from 25.0 to 50.0 %.');
  });

  it('says that none could be trained, and still has an axis, where all have failed', () => {
    const figure = figureOf(undefined, undefined);
    expect(figure).toContain('2 trials; none could be trained.');
    expect(figure).not.toMatch(/Infinity|NaN/);
    expect(figure.match(/class="failed"/g)).toHaveLength(2);
    expect(figure).toContain('>100<');
  });
});
