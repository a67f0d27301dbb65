import { join } from 'node:path';
import { environmentOf, openStore, packParts, places } from '@ser/experiments/executor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueExecutor, queueStatus } from '../src/index.js';
import { installed, missing, type RunningServer } from './servers/queueServers.js';
import { startWorker, type TestWorker } from './servers/workers.js';
import { filesOf, runTiny, temporaryFolder, tinyCorpus } from './tinyRun.js';

/** A task without settings, as `RunJobs` writes it. */
const waitTask = packParts({ header: { milliseconds: 0 }, parts: {} });

for (const what of missing) it.skip(`needs ${what}`, () => undefined);

describe.each(installed)('a run over %s', (_, start) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let corpus: string;
  let plain: readonly string[];
  let server: RunningServer;
  const workers: TestWorker[] = [];

  beforeAll(async () => {
    folder = await temporaryFolder();
    corpus = await tinyCorpus(folder.path);
    plain = await filesOf((await runTiny(corpus, join(folder.path, 'plain'))).result.folder);
    server = await start();
    workers.push(...(await Promise.all([startWorker(server.address), startWorker(server.address)])));
  });

  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await server.stop();
    await folder.remove();
  });

  it('has the bytes of a run on one machine, with the jobs of two workers', async () => {
    const store = openStore(join(folder.path, 'store'));
    const executor = await queueExecutor(server.address, { run: 'tiny', store });
    const status = await queueStatus(server.address);
    expect(status.runs.map(({ name, isCoordinated }) => [name, isCoordinated])).toEqual([['tiny', true]]);
    expect(status.workers.map(({ name }) => name).sort()).toHaveLength(2);
    const { result, events } = await runTiny(corpus, join(folder.path, 'queued'), { executor });
    await executor.close();
    expect(await filesOf(result.folder)).toEqual(plain);
    const jobs = events.filter((event) => event.type === 'jobs').at(-1)!;
    expect(jobs).toMatchObject({ done: 6, total: 6, running: 0 });
    expect((await queueStatus(server.address)).runs).toEqual([]);
  });

  it('continues with the jobs that workers were stopping when it began again', async () => {
    const store = openStore(join(folder.path, 'again'));
    const job = { key: 'b'.repeat(64), kind: 'wait', ids: ['wait'], seed: 0 } as const;
    await store.replace(places.task(job.key), packParts({ header: { milliseconds: 3000 }, parts: {} }));
    const begin = () => queueExecutor(server.address, { run: 'again', store });
    const activeJobs = async () => (await queueStatus(server.address)).active;

    const first = await begin();
    const stopped = expect(first.execute(job)).rejects.toMatchObject({ code: 'run-canceled' });
    while ((await activeJobs()) === 0);
    await first.close();
    await stopped;
    while ((await activeJobs()) === 1);
    const second = await begin();
    expect(await second.execute(job)).toMatchObject({ differs: false });
    await second.close();
  });

  it('refuses a worker with another environment, and says why', async () => {
    const store = openStore(join(folder.path, 'refused'));
    const executor = await queueExecutor(server.address, { run: 'refused', store });
    const controller = new AbortController();
    const key = 'a'.repeat(64);
    await store.replace(places.task(key), waitTask);
    const environment = { ...(await environmentOf()), version: '99.0.0' };
    let reason = '';
    const job = { key, kind: 'wait', ids: ['wait'], seed: 0, environment } as const;
    const onRefused = (message: string) => {
      reason = message;
      controller.abort(new Error('enough'));
    };
    const executed = executor.execute(job, { signal: controller.signal, onRefused });
    await expect(executed).rejects.toThrow('enough');
    expect(reason).toMatch(/^Worker .+ was refused\. .* got version .+, not 99\.0\.0\./);
    await executor.close();
  });
});
