import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/evaluate/report.js';

const answers = [
  { actual: 'sad', recognized: 'sad', speaker: 'ann' },
  { actual: 'sad', recognized: 'no speech', speaker: 'bob' },
  { actual: 'angry', recognized: 'angry', speaker: 'ann' },
  { actual: 'angry', recognized: 'angry', speaker: 'bob' },
];

describe('reportOf', () => {
  it('counts confusions, and averages the recalls', () => {
    const report = reportOf(answers, ['angry', 'happy', 'sad']);
    expect(report.labels).toEqual(['angry', 'sad', 'no speech']);
    expect(report.matrix).toEqual([
      [2, 0, 0],
      [0, 1, 1],
      [0, 0, 0],
    ]);
    expect(report).toMatchObject({ uar: 0.75, nClips: 4, nSpeakers: 2 });
    expect(report.perLabel).toEqual([
      { label: 'angry', recall: 1, precision: 1, n: 2 },
      { label: 'sad', recall: 0.5, precision: 1, n: 2 },
    ]);
  });

  it('has an interval over speakers, and says that two are too few', () => {
    const { interval } = reportOf(answers, ['angry', 'sad']);
    expect(interval).toMatchObject({ value: 0.75, nGroups: 2, reliable: false, reason: 'too-few-groups' });
    expect(interval!.low).toBeLessThan(0.75);
    expect(interval!.high).toBeGreaterThan(0.75);
  });

  it('has no interval for one speaker, or where speakers are unknown', () => {
    const ofAnn = answers.filter(({ speaker }) => speaker === 'ann');
    expect(reportOf(ofAnn, ['angry', 'sad'])).toMatchObject({ nSpeakers: 1 });
    expect(reportOf(ofAnn, ['angry', 'sad']).interval).toBeUndefined();
    const unknown = answers.map(({ actual, recognized }) => ({ actual, recognized }));
    expect(reportOf(unknown, ['angry', 'sad']).interval).toBeUndefined();
  });
});
