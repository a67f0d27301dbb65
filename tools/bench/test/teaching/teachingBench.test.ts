import { describe, expect, it } from 'vitest';
import { biasTable, corpusTable, curveTable } from '../../src/teaching/teachingBench.js';

const uar = { corpora: { emodb: 0.8, nemo: 0.7 }, mean: 0.75, low: 0.7, high: 0.8 };
const curves = [
  {
    variant: 'taught',
    points: [
      { clips: 0, uar, bias: undefined },
      { clips: 3, uar, bias: -0.012 },
    ],
  },
  { variant: 'two emotions', points: [{ clips: 3, uar, bias: undefined }] },
];

describe('curveTable', () => {
  it('has a row for each variant, with the numbers of clips that it was measured with', () => {
    expect(curveTable(curves).split('\n')).toEqual([
      '| taught clips per emotion | 0 | 3 |',
      '| --- | ---: | ---: |',
      '| taught | 75.0 (70.0 to 80.0) | 75.0 (70.0 to 80.0) |',
      '| two emotions |  | 75.0 (70.0 to 80.0) |',
    ]);
  });
});

describe('corpusTable', () => {
  it('has a row for each corpus', () => {
    expect(corpusTable(curves[0]!).split('\n')[2]).toBe('| emodb | 80.0 | 80.0 |');
  });
});

describe('biasTable', () => {
  it('has the numbers of clips that there are estimates for', () => {
    expect(biasTable(curves).split('\n')).toEqual([
      '| estimate minus UAR | 3 |',
      '| --- | ---: |',
      '| taught | −1.2 |',
    ]);
  });
});
