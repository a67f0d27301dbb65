import { describe, expect, it } from 'vitest';
import { compareTimes, type Timing } from '../../src/timing/compareTimes.js';

const timing = (seconds: number): Timing => ({ seconds, what: 'library 1.0' });

describe('compareTimes', () => {
  it('runs both programs alternately, ours first', () => {
    const calls: string[] = [];
    const run = (name: string) => () => {
      calls.push(name);
      return timing(1);
    };
    const { ours, reference } = compareTimes(run('ours'), run('reference'), 2);
    expect(calls).toEqual(['ours', 'reference', 'ours', 'reference']);
    expect([ours.length, reference.length]).toEqual([2, 2]);
  });

  it('measures our program alone when the reference cannot run', () => {
    const missing = (): Timing => {
      throw new Error("No module named 'numpy'");
    };
    const comparison = compareTimes(() => timing(1), missing, 2);
    expect(comparison).toEqual({
      ours: [timing(1), timing(1)],
      reference: [],
      reason: "No module named 'numpy'",
    });
  });
});
