import { uar } from '@ser/metrics';
import { describe, expect, it } from 'vitest';
import { measureCoverage } from '../../src/coverage/measureCoverage.js';
import { drawSpeakers, populations, trueUar } from '../../src/coverage/population.js';

describe.each(populations)('the population "$name"', (population) => {
  it('has the UAR of its formula: that of 2,000 speakers is close', () => {
    const { outcome } = drawSpeakers(population, 2000, 1);
    // The standard error of 2,000 speakers is about a quarter of a point.
    expect(Math.abs(uar(outcome) - trueUar(population))).toBeLessThan(0.01);
  });

  it('gives the same speakers for the same seed, and others for another seed', () => {
    const sample = drawSpeakers(population, 3, 7);
    expect(sample.speakers).toHaveLength(3 * 60);
    expect(drawSpeakers(population, 3, 7)).toEqual(sample);
    expect(drawSpeakers(population, 3, 8)).not.toEqual(sample);
  });
});

describe('measureCoverage', () => {
  it('finds that intervals over clips are too narrow, and those over speakers are not', () => {
    const found = measureCoverage(populations[0]!, 10, 50);
    expect(found['t over speakers'].covered).toBeGreaterThan(0.85);
    expect(found['percentile over clips'].width).toBeLessThan(0.6 * found['t over speakers'].width);
  });
});
