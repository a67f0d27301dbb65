import { join } from 'node:path';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { openStore } from '@ser/experiments/executor';
import { Queue } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelRun, queueExecutor, queueNames, queueStatus } from '../src/index.js';
import { installed, missing, type RunningServer } from './servers/queueServers.js';
import { temporaryFolder } from './tinyRun.js';

for (const what of missing) it.skip(`needs ${what}`, () => undefined);

const jobs = ['b', 'c', 'd'].map((letter) => ({
  ...{ key: letter.repeat(64), kind: 'wait', ids: [letter], seed: 0 },
})) as { readonly key: string; readonly kind: 'wait'; readonly ids: string[]; readonly seed: number }[];

describe.each(installed)('a run that nobody computes, over %s', (kind, start) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let server: RunningServer;

  beforeAll(async () => {
    folder = await temporaryFolder();
    server = await start();
  });

  afterAll(async () => {
    await server.stop();
    await folder.remove();
  });

  const submit = async (run: string) => {
    const executor = await queueExecutor(server.address, { run, store: openStore(join(folder.path, run)) });
    const executed = jobs.map((job) => executor.execute(job).catch((error: unknown) => error));
    while ((await queueStatus(server.address)).waiting < jobs.length);
    return { executor, executed };
  };

  it('is canceled: its jobs leave the queue, and its coordinator ends', async () => {
    const { executor, executed } = await submit('canceled');
    const other = await queueStatus(server.address);
    expect(other).toMatchObject({ waiting: 3, active: 0, runs: [{ name: 'canceled', isCoordinated: true }] });
    expect(await cancelRun(server.address, 'canceled')).toBe(3);
    for (const error of await Promise.all(executed)) expect(error).toMatchObject({ code: 'run-canceled' });
    await executor.close();
    expect(await queueStatus(server.address)).toMatchObject({ waiting: 0, runs: [] });
  });

  it('leaves no jobs when its coordinator ends before they are done', async () => {
    const { executor, executed } = await submit('closed');
    await executor.close();
    for (const error of await Promise.all(executed)) expect(error).toMatchObject({ code: 'run-canceled' });
    expect(await queueStatus(server.address)).toMatchObject({ waiting: 0, runs: [{ canceled: true }] });
  });

  it('is not known by another name', async () => {
    const canceled = cancelRun(server.address, 'other');
    await expect(canceled).rejects.toMatchObject({ code: 'unknown-run' });
  });

  it.runIf(kind !== 'PostgreSQL')('can be shown by bull-board', async () => {
    const { executor, executed } = await submit('shown');
    const queue = new Queue(queueNames.jobs, { connection: { host: '127.0.0.1', port: server.port } });
    const adapter = new BullMQAdapter(queue);
    expect(await adapter.getJobCounts()).toMatchObject({ waiting: 3 });
    const [job] = await adapter.getJobs(['waiting']);
    expect(job!.toJSON()).toMatchObject({ name: 'wait', data: { run: 'shown' } });
    await queue.close();
    await executor.close();
    await Promise.all(executed);
  });
});

describe('the address of a queue', () => {
  it('must have a protocol that is known, and a server that answers', async () => {
    await expect(queueStatus('http://localhost')).rejects.toMatchObject({ code: 'invalid-option' });
    await expect(queueStatus('localhost')).rejects.toMatchObject({ code: 'invalid-option' });
    for (const address of ['redis://127.0.0.1:1', 'postgres://ser@127.0.0.1:1/ser']) {
      await expect(queueStatus(address)).rejects.toMatchObject({ code: 'queue-unreachable' });
    }
  });
});
