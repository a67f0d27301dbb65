import { describe, expect, it } from 'vitest';
import { type ConfidenceInterval } from '../../src/intervals/confidenceInterval.js';
import { confidenceIntervals } from '../../src/intervals/confidenceIntervals.js';
import { unreliableReasons } from '../../src/intervals/reliability.js';
import { sfc32 } from '../../src/intervals/sfc32.js';
import { metricNames, metrics } from '../../src/scores/metrics.js';
import { type Outcome } from '../../src/outcome/outcome.js';

/** Speakers of 24 clips and four classes, the later ones recognized better. */
function speakers(nSpeakers: number): { outcome: Outcome & { probabilities: number[] }; groups: string[] } {
  const next = sfc32(5);
  const draw = () => next() / 2 ** 32;
  const items = Array.from({ length: 24 * nSpeakers }, (_, item) => item);
  const actual = items.map((item) => item % 4);
  const probabilities = items.flatMap((item) => {
    const skill = Math.floor(item / 24) / nSpeakers;
    const weights = [0, 1, 2, 3].map((label) => draw() + (label === actual[item] ? skill : 0));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
  const predicted = items.map((item) => {
    const row = probabilities.slice(4 * item, 4 * item + 4);
    return row.indexOf(Math.max(...row));
  });
  const groups = items.map((item) => `speaker ${Math.floor(item / 24)}`);
  return { outcome: { actual, predicted, nClasses: 4, probabilities }, groups };
}

const twelve = { ...speakers(12), nResamples: 200, seed: 1 };

describe('confidenceIntervals', () => {
  const all = confidenceIntervals(twelve) as Record<(typeof metricNames)[number], ConfidenceInterval>;

  it.each(metricNames)('contains %s itself, and stays in its range', (name) => {
    const { value, low, high } = all[name];
    const [least, greatest] = metrics[name].range;
    expect(value).toBeCloseTo(metrics[name].score(twelve.outcome), 12);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(low).toBeGreaterThanOrEqual(least);
    expect(high).toBeLessThanOrEqual(greatest);
  });

  it('has the given metrics; by default all, without probabilities all that need none', () => {
    expect(Object.keys(confidenceIntervals({ ...twelve, metrics: ['mcc', 'uar'] }))).toEqual(['mcc', 'uar']);
    const { probabilities, ...labels } = twelve.outcome;
    const names = Object.keys(confidenceIntervals({ ...twelve, outcome: labels }));
    expect(names).toEqual(metricNames.filter((name) => metrics[name].needs === 'labels'));
    expect(probabilities).toHaveLength(4 * labels.actual.length);
  });

  it('is the same for the same seed and for items in another order', () => {
    const { outcome, groups } = twelve;
    const backwards = {
      actual: [...Array.from(outcome.actual)].reverse(),
      predicted: [...Array.from(outcome.predicted)].reverse(),
      nClasses: 4,
    };
    const options = { ...twelve, metrics: ['uar'] as const };
    expect(confidenceIntervals(options)).toEqual({ uar: all.uar });
    const reversed = { ...options, outcome: backwards, groups: [...groups].reverse() };
    expect(confidenceIntervals(reversed)).toEqual({ uar: all.uar });
    expect(confidenceIntervals({ ...options, seed: 2 })).not.toEqual({ uar: all.uar });
  });

  it('is wider than the percentile interval of the same resamples', () => {
    const { uar } = confidenceIntervals({ ...twelve, metrics: ['uar'], method: 'percentile' });
    expect(uar.method).toBe('percentile');
    expect(all.uar.high - all.uar.low).toBeGreaterThan(1.05 * (uar.high - uar.low));
  });

  it('widens with the confidence', () => {
    const at = (confidence: number) => confidenceIntervals({ ...twelve, metrics: ['uar'], confidence }).uar;
    expect(at(0.5).low).toBeGreaterThan(at(0.99).low);
    expect(at(0.5).high).toBeLessThan(at(0.99).high);
  });
});

describe('the reliability of an interval', () => {
  it.each([
    [12, undefined],
    [10, undefined],
    [9, 'few-groups'],
    [4, 'too-few-groups'],
  ] as const)('over %i speakers: %s', (nSpeakers, reason) => {
    const { uar } = confidenceIntervals({ ...twelve, ...speakers(nSpeakers), metrics: ['uar'] });
    if (reason === undefined) {
      expect(uar.reliable).toBe(true);
    } else {
      expect(uar).toMatchObject({ reliable: false, reason });
      expect(unreliableReasons[reason]).toMatch(/^Fewer than (5|10) speakers/);
    }
  });

  it('is false when all speakers are alike, or the metric is not defined', () => {
    const { groups, outcome } = twelve;
    const right = { ...outcome, predicted: outcome.actual };
    const { uar } = confidenceIntervals({ ...twelve, outcome: right, metrics: ['uar'] });
    expect(uar).toMatchObject({ low: 1, high: 1, reliable: false, reason: 'no-spread' });
    const same = { actual: groups.map(() => 1), predicted: groups.map(() => 1), nClasses: 3 };
    const { cohenKappa } = confidenceIntervals({ ...twelve, outcome: same, metrics: ['cohenKappa'] });
    expect(cohenKappa).toMatchObject({
      value: NaN,
      low: NaN,
      high: NaN,
      reliable: false,
      reason: 'undefined',
    });
  });

  it('is false when the metric is not defined for some resamples, which are left out', () => {
    // Only one speaker has the other class: without this speaker, kappa is 0 / 0.
    const { groups } = twelve;
    const labels = groups.map((group, item) => (group === 'speaker 3' ? item % 2 : 0));
    const outcome = {
      actual: labels,
      predicted: labels.map((label, item) => (item === 72 ? 1 - label : label)),
      nClasses: 2,
    };
    const { cohenKappa } = confidenceIntervals({ ...twelve, outcome, metrics: ['cohenKappa'] });
    expect(cohenKappa).toMatchObject({ reliable: false, reason: 'undefined-resamples' });
    expect(cohenKappa.low).toBeLessThan(cohenKappa.value);
  });
});

describe('errors', () => {
  it.each([
    ['length-mismatch', 'each of the 288 items; got 1', { groups: ['a'] }],
    ['invalid-option', 'at least two speakers; got 1', { groups: twelve.groups.map(() => 'a') }],
    ['invalid-option', '`nResamples` must be an integer from 2 to 16777216; got 1', { nResamples: 1 }],
    ['invalid-option', '`confidence` must be a finite number above 0 and below 1; got 1', { confidence: 1 }],
    ['invalid-option', '`seed` must be an integer from', { seed: 2 ** 32 }],
    ['invalid-option', "`method` must be one of 't', 'percentile'; got 'z'", { method: 'z' as 't' }],
    [
      'invalid-probability',
      'got 2 for item 0, class 0',
      { outcome: { ...twelve.outcome, probabilities: twelve.outcome.probabilities.map(() => 2) } },
    ],
  ])('%s: %s', (code, fragment, change) => {
    expect(() => confidenceIntervals({ ...twelve, ...change })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
