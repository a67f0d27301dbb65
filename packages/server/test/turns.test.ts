import { describe, expect, it } from 'vitest';
import { Turns } from '../src/turns.js';

const never = new AbortController().signal;

describe('Turns', () => {
  it('runs as many tasks at once as allowed, and the others in their order', async () => {
    const turns = new Turns({ concurrency: 2, maxWaiting: 10 });
    const log: number[] = [];
    let most = 0;
    await Promise.all(
      [0, 1, 2, 3, 4].map((i) =>
        turns.run(async () => {
          most = Math.max(most, turns.running);
          log.push(i);
          await Promise.resolve();
        }, never),
      ),
    );
    expect(log).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
    expect([turns.running, turns.waiting]).toEqual([0, 0]);
  });

  it('passes the place on after a task that fails', async () => {
    const turns = new Turns({ concurrency: 1, maxWaiting: 1 });
    const failed = turns.run(() => Promise.reject(new Error('no')), never);
    const next = turns.run(() => Promise.resolve('yes'), never);
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('lets a canceled task leave the queue', async () => {
    const turns = new Turns({ concurrency: 1, maxWaiting: 2 });
    const abort = new AbortController();
    let finish: () => void = () => undefined;
    const first = turns.run(() => new Promise<void>((resolve) => (finish = resolve)), never);
    const second = turns.run(() => Promise.resolve(2), abort.signal);
    const third = turns.run(() => Promise.resolve(3), never);
    abort.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    expect(turns.waiting).toBe(1);
    finish();
    await first;
    expect(await third).toBe(3);
  });

  it('rejects a task when too many wait', async () => {
    const turns = new Turns({ concurrency: 1, maxWaiting: 0 });
    const first = turns.run(() => Promise.resolve(1), never);
    await expect(turns.run(() => Promise.resolve(2), never)).rejects.toMatchObject({ code: 'server-busy' });
    expect(await first).toBe(1);
  });
});
