import type { ModelFigure } from '@ser/pretrained';
import { describe, expect, it } from 'vitest';
import { figuresTable, protocolsOf } from '../src/figuresTable.js';

const figure = (change: Partial<ModelFigure>): ModelFigure => ({
  ...{ protocol: 'Held out.', corpus: 'tess', choice: 'all', clips: 0, uar: 0.4123, chance: 0.25 },
  interval: { low: 0.4, high: 0.5 },
  ...change,
});

describe('figuresTable', () => {
  it('has a row per corpus and choice of labels, and a column per number of clips', () => {
    const figures = [
      figure({}),
      figure({ clips: 1, uar: 0.5, interval: null }),
      figure({ choice: 'tested', clips: 'all' }),
      figure({ protocol: 'Another.' }),
    ];
    expect(protocolsOf(figures)).toEqual(['Held out.', 'Another.']);
    expect(figuresTable(figures, 'Held out.')).toBe(
      [
        '| corpus | labels | chance | 0 clips | 1 clip | all clips |',
        '| --- | --- | --- | --- | --- | --- |',
        '| tess | all | 25.0 | 41.2 (40.0–50.0) | 50.0 | – |',
        '| tess | its own | 25.0 | – | – | 41.2 (40.0–50.0) |',
      ].join('\n'),
    );
  });
});
