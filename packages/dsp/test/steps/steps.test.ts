import { describe, expect, it } from 'vitest';
import { runInTurns, runSteps, type Steps } from '../../src/steps/steps.js';

/** Counts to a number, one per step. */
function* counted(end: number, seen: number[] = []): Steps<string> {
  for (let i = 0; i < end; i++) {
    yield;
    seen.push(i);
  }
  return 'done';
}

describe('runSteps', () => {
  it('runs all steps and returns the result', () => {
    const seen: number[] = [];
    expect(runSteps(counted(3, seen))).toBe('done');
    expect(seen).toEqual([0, 1, 2]);
  });
});

describe('runInTurns', () => {
  it('returns the result', async () => {
    expect(await runInTurns(counted(3))).toBe('done');
  });

  it('takes no further step after its signal is aborted', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    function* aborting(): Steps<void> {
      yield* counted(2, seen);
      abort.abort(new Error('stop'));
      yield* counted(2, seen);
    }
    await expect(runInTurns(aborting(), abort.signal)).rejects.toThrow('stop');
    expect(seen).toEqual([0, 1]);
  });
});
