import type { Scores } from '@ser/metrics';
import { describe, expect, it } from 'vitest';
import { asynchronousHalving } from '../../../src/tune/schedule/asynchronousHalving.js';
import { halving } from '../../../src/tune/schedule/halving.js';
import { randomSearch } from '../../../src/tune/schedule/randomSearch.js';
import { runSchedule } from '../../../src/tune/schedule/runSchedule.js';
import { rungsOf } from '../../../src/tune/schedule/rungsOf.js';
import type { Scheduler } from '../../../src/tune/schedule/scheduler.js';
import type { TrialJob, TrialOutcome } from '../../../src/tune/trialOutcome.js';

/** An outcome whose UAR is the trial's number, in percent: later trials are better. */
function outcomeOf({ trial, epochs }: TrialJob): TrialOutcome {
  return { trial, epochs, scores: { uar: trial / 100 } as Scores, seconds: 1 };
}

const failed = (job: TrialJob): TrialOutcome => ({
  ...job,
  failure: { code: 'diverged', message: '' },
  seconds: 1,
});

interface Conditions {
  readonly concurrency?: number;
  readonly finished?: readonly TrialOutcome[];
  /** How long a job takes, in turns of the event loop. */
  readonly turnsOf?: (job: TrialJob) => number;
  readonly work?: (job: TrialJob) => TrialOutcome;
}

/** Runs a schedule without training anything; `3x9` is trial 3, trained for 9 epochs. */
async function jobsOf(scheduler: Scheduler, conditions: Conditions = {}) {
  const { concurrency = 1, finished = [], turnsOf = () => 1, work = outcomeOf } = conditions;
  const begun: string[] = [];
  const outcomes = await runSchedule(scheduler, {
    finished,
    concurrency,
    work: async (job) => {
      begun.push(`${job.trial}x${job.epochs}`);
      for (let turn = 0; turn < turnsOf(job); turn++) await new Promise((resolve) => setImmediate(resolve));
      return work(job);
    },
  });
  return { begun, outcomes };
}

const nine = {
  trials: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  rungs: [1, 3, 9],
  reductionFactor: 3,
  metric: 'uar',
} as const;
const allNine = ['1x1', '2x1', '3x1', '4x1', '5x1', '6x1', '7x1', '8x1', '9x1'];

describe('rungsOf', () => {
  it.each([
    [{ maxEpochs: 9, minEpochs: 1, reductionFactor: 3 }, [1, 3, 9]],
    [{ maxEpochs: 100, reductionFactor: 3 }, [11, 33, 100]],
    [{ maxEpochs: 100, minEpochs: 30, reductionFactor: 2 }, [50, 100]],
    [{ maxEpochs: 2, reductionFactor: 3 }, [1, 2]],
    [{ maxEpochs: 1, reductionFactor: 3 }, [1]],
    [{ maxEpochs: 5, minEpochs: 5, reductionFactor: 3 }, [5]],
  ])('of %j are %j', (options, rungs) => {
    expect(rungsOf(options)).toEqual(rungs);
  });
});

describe('halving', () => {
  it('takes one in three on to three times the epochs, the best first', async () => {
    expect((await jobsOf(halving(nine))).begun).toEqual([...allNine, '9x3', '8x3', '7x3', '9x9']);
  });

  it('runs the same jobs for any number and speed of workers', async () => {
    const alone = await jobsOf(halving(nine));
    for (const concurrency of [2, 3, 20]) {
      const together = await jobsOf(halving(nine), {
        concurrency,
        turnsOf: ({ trial }) => 1 + ((trial * 7) % 5),
      });
      expect([...together.begun].sort()).toEqual([...alone.begun].sort());
    }
  });

  it('always trains one to the end', async () => {
    const { begun } = await jobsOf(halving({ ...nine, trials: [1, 2] }));
    expect(begun).toEqual(['1x1', '2x1', '2x3', '2x9']);
  });

  it('leaves out trials that could not be trained, and ends when none is left', async () => {
    const work = (job: TrialJob) => (job.trial > 7 ? failed(job) : outcomeOf(job));
    expect((await jobsOf(halving(nine), { work })).begun).toEqual([...allNine, '7x3', '6x3', '5x3', '7x9']);
    expect((await jobsOf(halving(nine), { work: failed })).begun).toEqual(allNine);
  });

  it('continues an earlier session', async () => {
    const { outcomes } = await jobsOf(halving(nine));
    for (const kept of [1, 8, 9, 10, 13]) {
      const { begun } = await jobsOf(halving(nine), { finished: outcomes.slice(0, kept) });
      expect(begun).toEqual([...allNine, '9x3', '8x3', '7x3', '9x9'].slice(kept));
    }
  });

  it('of equals takes the one with the lower number', async () => {
    const work = (job: TrialJob) => ({ ...outcomeOf(job), scores: { uar: 0.5 } as Scores });
    expect((await jobsOf(halving(nine), { work })).begun).toEqual([...allNine, '1x3', '2x3', '3x3', '1x9']);
  });
});

describe('asynchronousHalving', () => {
  it('takes a trial on as soon as it is among the best third so far', async () => {
    const { begun } = await jobsOf(asynchronousHalving({ ...nine, trials: [1, 2, 3, 4, 5, 6] }));
    // One place among three to five trials, two among six; here each is better than all before it.
    expect(begun.slice(0, 8)).toEqual(['1x1', '2x1', '3x1', '3x3', '4x1', '4x3', '5x1', '5x3']);
  });

  it('never lets a worker wait for a rung', async () => {
    const slow = ({ trial, epochs }: TrialJob) => (trial === 1 && epochs === 1 ? 50 : 1);
    const { begun } = await jobsOf(asynchronousHalving(nine), { concurrency: 2, turnsOf: slow });
    expect(begun.indexOf('9x3')).toBeGreaterThan(0);
    const waiting = await jobsOf(halving(nine), { concurrency: 2, turnsOf: slow });
    expect(waiting.begun.slice(0, 9)).toEqual(allNine);
  });

  it('trains one to the end even where too few trials for that were drawn', async () => {
    expect((await jobsOf(asynchronousHalving({ ...nine, trials: [1, 2] }))).begun).toEqual([
      '1x1',
      '2x1',
      '2x3',
      '2x9',
    ]);
  });

  it('takes the next best on when the best cannot be trained further, and ends when none can', async () => {
    const work = (job: TrialJob) => (job.trial === 2 && job.epochs > 1 ? failed(job) : outcomeOf(job));
    const { begun } = await jobsOf(asynchronousHalving({ ...nine, trials: [1, 2] }), { work });
    expect(begun).toEqual(['1x1', '2x1', '2x3', '1x3', '1x9']);
    expect((await jobsOf(asynchronousHalving(nine), { work: failed })).begun).toEqual(allNine);
  });

  it('continues an earlier session', async () => {
    const whole = await jobsOf(asynchronousHalving(nine));
    const { begun } = await jobsOf(asynchronousHalving(nine), { finished: whole.outcomes.slice(0, 6) });
    expect(begun).toEqual(whole.begun.slice(6));
  });
});

describe('randomSearch', () => {
  const jobs = [1, 2, 3].map((trial) => ({ trial, epochs: 10 * trial }));

  it('trains every trial once, to its own end', async () => {
    expect((await jobsOf(randomSearch(jobs), { concurrency: 2 })).begun).toEqual(['1x10', '2x20', '3x30']);
  });

  it('leaves out what is done', async () => {
    expect((await jobsOf(randomSearch(jobs), { finished: [outcomeOf(jobs[1]!)] })).begun).toEqual([
      '1x10',
      '3x30',
    ]);
  });
});

describe('runSchedule', () => {
  it('keeps as many jobs running as it may, not more', async () => {
    let running = 0;
    const seen: number[] = [];
    await runSchedule(randomSearch([1, 2, 3, 4, 5].map((trial) => ({ trial, epochs: 1 }))), {
      finished: [],
      concurrency: 2,
      work: async (job) => {
        seen.push(++running);
        await new Promise((resolve) => setImmediate(resolve));
        running--;
        return outcomeOf(job);
      },
    });
    expect(Math.max(...seen)).toBe(2);
  });

  it('ends with the error of a job', async () => {
    const work = () => Promise.reject(new Error('no memory'));
    await expect(runSchedule(halving(nine), { finished: [], concurrency: 3, work })).rejects.toThrow(
      'no memory',
    );
  });
});
