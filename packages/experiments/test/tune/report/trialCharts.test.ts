import { describe, expect, it } from 'vitest';
import { trialCharts } from '../../../src/tune/report/trialCharts.js';
import { sampleTuning } from '../sampleTuning.js';

describe('trialCharts', () => {
  const tuning = sampleTuning();
  const charts = trialCharts(tuning);

  it('has a chart for each hyperparameter, with a point for each trial', () => {
    expect(charts).toHaveLength(Object.keys(tuning.parameters).length);
    for (const { rows, description } of charts) {
      expect(rows).toHaveLength(tuning.trials.length);
      expect(description).toContain('18 trials; UAR from 34.6 to 64.7%. The best, trial 13, has');
    }
  });

  it('marks trials by how long they were trained', () => {
    const marks = charts[0]!.rows.map(({ mark }) => mark);
    const count = (mark: string) => marks.filter((one) => one === mark).length;
    expect([count('filled'), count('hollow'), count('none')]).toEqual([6, 11, 1]);
  });

  it('names trials in tooltips', () => {
    expect(charts[0]!.svg()).toMatch(/trial 13: [^<]*, 64\.7% after \d+ epochs/);
  });
});
