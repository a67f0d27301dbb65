import { describe, expect, it } from 'vitest';
import { speakerScores } from '../../src/report/speakerScores.js';
import { labels, prediction, predictionsOf } from '../sampleRun.js';

describe('speakerScores', () => {
  it('gives the UAR of each speaker, the lowest first', () => {
    const predictions = [
      ...labels.map((label) => prediction('01', label, true)),
      ...labels.map((label, i) => prediction('02', label, i > 0)),
    ];
    const figures = speakerScores(predictions, labels.length);
    expect(figures.map(({ name, value, nItems }) => [name, value, nItems])).toEqual([
      ['02', 0.75, 4],
      ['01', 1, 4],
    ]);
  });

  it('has an interval also where every clip was right', () => {
    const [best] = speakerScores(
      [1, 2, 3].flatMap((take) => labels.map((label) => prediction('01', label, true, take))),
      labels.length,
    );
    // Wilson's interval of 12 of 12: 12 / (12 + 1.96²)
    expect(best!.low).toBeCloseTo(12 / (12 + 1.959964 ** 2), 6);
    expect(best!.high).toBe(1);
  });

  it('is less sure where one emotion has few clips', () => {
    const even = predictionsOf(['01'], 1000);
    const uneven = [
      ...even.filter(({ actual }) => actual !== 0),
      ...even.filter(({ actual }) => actual === 0).slice(0, 1),
    ];
    const width = (clips: typeof even) => {
      const { low, high } = speakerScores(clips, labels.length)[0]!;
      return high - low;
    };
    expect(width(uneven)).toBeGreaterThan(width(even));
  });

  it('names the corpus where there are several', () => {
    const [first, second] = predictionsOf(['01'], 3);
    const other = { ...second!, utterance: { ...second!.utterance, corpus: 'tess' } };
    const names = speakerScores([first!, other], labels.length).map(({ name }) => name);
    expect(names.sort()).toEqual(['ravdess/01', 'tess/01']);
  });
});
