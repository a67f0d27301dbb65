import { describe, expect, it } from 'vitest';
import { measure } from '../../src/measures/measure.js';
import { labels, prediction, predictionsOf } from '../sampleRun.js';

const options = { labels, seed: 1 };

describe('measure', () => {
  it('of correct predictions is 1, with an interval of no width', () => {
    const right = ['01', '02'].flatMap((speaker) => labels.map((label) => prediction(speaker, label, true)));
    const measures = measure([right], options);
    expect(measures.pooled).toMatchObject({ accuracy: 1, uar: 1, macroF1: 1 });
    expect(measures.interval).toMatchObject({
      low: 1,
      high: 1,
      confidence: 0.95,
      metric: 'uar',
      over: 'speakers',
      nSpeakers: 2,
      method: 't',
      reliable: false,
      caveat: expect.any(String),
    });
  });

  it('gives every metric, including those of probabilities', () => {
    const { pooled, mean } = measure([predictionsOf(['01', '02'])], options);
    for (const figure of [pooled.cohenKappa, pooled.logLoss, pooled.macroRocAuc, pooled.calibrationError]) {
      expect(figure).toBeGreaterThan(0);
    }
    expect(Object.keys(mean)).toEqual(Object.keys(pooled));
  });

  it('has no caveat for an interval over ten speakers', () => {
    const speakers = Array.from({ length: 10 }, (_, speaker) => `${speaker}`);
    const { interval, pooled } = measure([predictionsOf(speakers)], options);
    expect(interval).toMatchObject({ nSpeakers: 10, reliable: true });
    expect(interval).not.toHaveProperty('caveat');
    expect(interval!.low).toBeLessThan(pooled.uar);
    expect(interval!.high).toBeGreaterThan(pooled.uar);
  });

  it('gives chance as one in the number of labels', () => {
    expect(measure([predictionsOf(['01', '02'])], options).chance).toBe(0.25);
  });

  it('distinguishes pooled and mean for unequal folds', () => {
    const large = labels.flatMap((label) => [1, 2, 3].map((take) => prediction('01', label, true, take)));
    const small = labels.map((label) => prediction('02', label, false));
    const { pooled, mean } = measure([large, small], options);
    expect(pooled.accuracy).toBe(0.75);
    expect(mean.accuracy).toBe(0.5);
  });

  it('has no interval when one speaker was tested', () => {
    expect(measure([predictionsOf(['01'])], options).interval).toBeNull();
  });

  it('has the scores of each label, and counts confusions by row', () => {
    const { perClass, confusion } = measure(
      [[prediction('01', 'neutral', false), prediction('01', 'happy', true)]],
      options,
    );
    expect(perClass.map(({ label, support }) => [label, support])).toEqual([
      ['neutral', 1],
      ['happy', 1],
      ['sad', 0],
      ['angry', 0],
    ]);
    expect(confusion[0]).toEqual([0, 1, 0, 0]);
  });
});
