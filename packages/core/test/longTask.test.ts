import { describe, expect, it } from 'vitest';
import { LongTask } from '../src/longTask.js';

describe('LongTask', () => {
  it('lets the event loop run', async () => {
    let hasRun = false;
    setTimeout(() => (hasRun = true), 0);
    const task = new LongTask();
    while (!hasRun) await task.pause();
    expect(hasRun).toBe(true);
  });

  it('ends when its signal is aborted, also while it works', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('stop')), 0);
    const task = new LongTask(stop.signal);
    const work = async () => {
      for (;;) await task.pause();
    };
    await expect(work()).rejects.toThrow('stop');
    await expect(task.pause()).rejects.toThrow('stop');
  });
});
