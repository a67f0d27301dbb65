import { describe, expect, it } from 'vitest';
import { metricNames, metrics } from '../../src/scores/metrics.js';
import { score } from '../../src/scores/score.js';
import { scoreAll } from '../../src/scores/scoreAll.js';

const labels = { actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 };

describe('scoreAll', () => {
  it('scores every metric by name', () => {
    const outcome = { ...labels, probabilities: [0.75, 0.25, 0.25, 0.75, 0, 1] };
    const scores = scoreAll(outcome);
    expect(Object.keys(scores)).toEqual(metricNames);
    expect(scores.uar).toBe(0.75);
    expect(scores.brierScore).toBe(metrics.brierScore.score(outcome));
  });

  it('leaves out metrics of probabilities where there are none', () => {
    expect(scoreAll(labels)).not.toHaveProperty('logLoss');
    expect(scoreAll(labels)).toMatchObject(score(labels));
  });
});
