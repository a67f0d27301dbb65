import { describe, expect, it } from 'vitest';
import { membersSection } from '../../src/report/members.js';
import { sampleMetrics } from '../sampleRun.js';

describe('membersSection', () => {
  it('shows the scores of each member and of the ensemble', () => {
    const metrics = sampleMetrics();
    const { accuracy, uar, macroF1, macroPrecision, macroRecall } = metrics.pooled;
    const scores = { accuracy, uar, macroF1, macroPrecision, macroRecall };
    const { interval } = metrics;
    const members = [
      { name: 'ridge', weight: 3, ...scores, uar: 0.6, interval: null },
      { name: 'network', weight: 1, ...scores, uar: 0.5, interval },
    ];
    const cells = [
      ...String(membersSection({ ...metrics, members })).matchAll(/<t[hd][^>]*>([^<]+|<s.*?)<\/t[hd]>/g),
    ];
    const rows = cells.map(([, text]) => text!.trim());
    const [low, high] = [interval!.low, interval!.high].map((share) => (100 * share).toFixed(1));
    const figures = [accuracy, macroF1].map((share) => (100 * share).toFixed(1));
    expect(rows.slice(6)).toEqual([
      ...['ridge', '75.0', '60.0', '–', ...figures],
      ...['network', '25.0', '50.0', `${low} to ${high}`, ...figures],
      ...['<strong>ensemble</strong>', '100.0', (100 * uar).toFixed(1), `${low} to ${high}`, ...figures],
    ]);
  });

  it.each([
    [0.65, 'The ensemble has a UAR of 65.0%, 5.0 points more than its best member, ridge.'],
    [0.57, 'The ensemble has a UAR of 57.0%, 3.0 points less than its best member, ridge.'],
    [0.6001, 'The ensemble has a UAR of 60.0%, the same as its best member, ridge.'],
  ])('compares the ensemble with its best member: %d', (uar, sentence) => {
    const metrics = sampleMetrics();
    const pooled = { ...metrics.pooled, uar };
    const members = [
      { name: 'network', weight: 1, ...pooled, uar: 0.5, interval: null },
      { name: 'ridge', weight: 1, ...pooled, uar: 0.6, interval: null },
    ];
    const text = String(membersSection({ ...metrics, pooled, members }));
    expect(text.replace(/\s+/g, ' ')).toContain(sentence);
  });

  it('is left out for one member', () => {
    expect(membersSection(sampleMetrics())).toBeUndefined();
  });
});
