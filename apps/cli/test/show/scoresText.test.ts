import type { RunMetrics } from '@ser/experiments';
import { describe, expect, it } from 'vitest';
import { scoresText } from '../../src/show/scoresText.js';

const scores = { uar: 0.708, accuracy: 0.706 } as RunMetrics['pooled'];
const metrics = {
  ...{ pooled: scores, interval: null, chance: 0.125, perClass: [], skipped: [] },
  ...{ speakerIndependent: true, synthetic: false, protocol: 'Six folds.' },
};

describe('scoresText', () => {
  it('shows the UAR of each member of an ensemble alone', () => {
    const members = [
      { ...scores, name: 'ridge', weight: 1, uar: 0.682, interval: null },
      { ...scores, name: 'network', weight: 1, uar: 0.684, interval: null },
    ];
    const text = scoresText({ ...metrics, members });
    expect(text).toContain('UAR 70.8%');
    expect(text).toContain('an ensemble; UAR of each member alone: ridge 68.2%, network 68.4%\n');
    expect(scoresText(metrics)).not.toContain('alone');
  });
});
