import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { RandomStream } from '@ser/core';
import type { RunOptions } from '@ser/experiments';
import { openStore } from '@ser/experiments/executor';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { queueExecutor } from '../src/index.js';
import { faultRecipe } from './faultRecipe.js';
import { link, type Link } from './servers/networks.js';
import { installed, missing, startPostgres, startRedis, type RunningServer } from './servers/queueServers.js';
import { startWorker, type StartWorkerOptions, type TestWorker } from './servers/workers.js';
import { filesOf, runTiny, temporaryFolder, tinyCorpus } from './tinyRun.js';

// Each fault at random moments: SER_FAULT_REPETITIONS times (10), with cuts of SER_CUT_SECONDS (30).
const nTimes = Number(process.env['SER_FAULT_REPETITIONS'] ?? 10);
const cutSeconds = Number(process.env['SER_CUT_SECONDS'] ?? 30);
const times = Array.from({ length: nTimes }, (_, index) => index + 1);

/** Seconds without a sign after which a worker is given up. */
const lease = 2;

for (const what of missing) it.skip(`needs ${what}`, () => undefined);

const kinds = installed.map(([kind]) => [kind, kind === 'PostgreSQL' ? startPostgres : startRedis] as const);

describe.each(kinds)('faults of a run over %s', (_, start) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let corpus: string;
  let plain: readonly string[];
  let server: RunningServer;
  let workers: TestWorker[] = [];
  let nRuns = 0;

  beforeAll(async () => {
    folder = await temporaryFolder();
    corpus = await tinyCorpus(folder.path, 2);
    plain = await filesOf((await runTiny(corpus, join(folder.path, 'plain'), {}, faultRecipe)).result.folder);
    server = await start('0.0.0.0');
  });

  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    workers = [];
  });

  afterAll(async () => {
    await server.stop();
    await folder.remove();
  });

  const fresh = () => join(folder.path, `run-${++nRuns}`);

  async function two(options: StartWorkerOptions = {}): Promise<void> {
    workers = await Promise.all([1, 2].map(() => startWorker(server.address, { lease, ...options })));
  }

  /** Runs the recipe over the queue and does something at a random moment of it. */
  async function runWith(
    time: number,
    fault: () => Promise<void>,
    options: Partial<RunOptions> & { readonly out?: string; readonly place?: string } = {},
  ) {
    const { out = fresh(), place = `${out}-store`, ...others } = options;
    const executor = await queueExecutor(server.address, { run: `fault-${nRuns}`, store: openStore(place) });
    const injected = moment(time).then(fault);
    try {
      await runTiny(corpus, out, { executor, ...others }, faultRecipe);
    } finally {
      await injected;
      await executor.close();
    }
    expect(await filesOf(out)).toEqual(plain);
    await expectEachOnce(place);
  }

  it.each(times)('a worker is killed, time %i', async (time) => {
    await two();
    await runWith(time, async () => workers[time % 2]!.signal('SIGKILL'));
  });

  it.each(times)('a worker stops for longer than its lease and continues, time %i', async (time) => {
    await two();
    await runWith(time, async () => {
      workers[0]!.signal('SIGSTOP');
      await setTimeout(3 * lease * 1000);
      workers[0]!.signal('SIGCONT');
    });
  });

  it.each(times)('the server is killed and started again, time %i', async (time) => {
    await two();
    await runWith(time, async () => {
      await server.kill();
      await moment(time + 100);
      await server.restart();
    });
  });

  it.each(times)('the network of a worker is cut, time %i', async (time) => {
    const way: Link = await link(server);
    workers = [
      await startWorker(server.address, { lease }),
      await startWorker(way.address, { lease, within: way.within }),
    ];
    await runWith(time, async () => {
      way.cut();
      await setTimeout(cutSeconds * 1000);
      way.restore();
    });
    await Promise.all(workers.map((worker) => worker.stop()));
    await way.remove();
  });

  it.each(times)('the coordinator is killed and resumes, time %i', async (time) => {
    await two();
    const out = fresh();
    const place = `${out}-store`;
    const first = coordinator([server.address, corpus, out, place, 'new']);
    await moment(time, 4);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const begun = await readdir(join(out, 'checkpoints')).catch(() => [] as string[]);
    const mode = begun.includes('run.json') ? 'resume' : 'new';
    const second = coordinator([server.address, corpus, out, place, mode]);
    const [code] = (await once(second, 'exit')) as [number];
    expect(code).toBe(0);
    expect(await filesOf(out)).toEqual(plain);
    await expectEachOnce(place);
  });

  it.each(times)('the storage is full, and has room again, time %i', async (time) => {
    await two();
    const out = fresh();
    const place = `${out}-store`;
    await mkdir(place);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', place]);
    const filler = join(place, 'filler');
    try {
      const full = runWith(
        time,
        () => writeFile(filler, new Uint8Array(16 * 2 ** 20)).catch(() => undefined),
        {
          out,
          place,
        },
      );
      const error = await full.catch((error: unknown) => error as { readonly code?: string });
      await rm(filler, { force: true });
      if (error === undefined) return; // the run was finished before
      expect(error.code).toBe('disk-full');
      await runWith(time, async () => undefined, { out, place, resume: true });
    } finally {
      execFileSync('umount', [place]);
    }
  });

  it.each(times)('a clip ends every process that reads it, time %i', async () => {
    const poisoned = join(folder.path, `spoiled-${++nRuns}`);
    const [actor, name] = ['Actor_01', '03-01-03-01-01-02-01'];
    execFileSync('cp', ['-r', corpus, poisoned]);
    const bad = join(poisoned, actor, `${name}.wav`);
    const original = await readFile(bad);
    await writeFile(bad, 'not audio');
    const wanted = await runTiny(poisoned, fresh(), {}, faultRecipe);
    await writeFile(bad, original);

    const preload = pathToFileURL(fileURLToPath(new URL('./servers/poison.mjs', import.meta.url))).href;
    await two({ preload });
    const out = fresh();
    const store = openStore(`${out}-store`);
    const locate = (file: string) => (file === bad ? `${file}.poison` : file);
    const executor = await queueExecutor(server.address, { run: 'poisoned', store, locate });
    const { result, events } = await runTiny(poisoned, out, { executor }, faultRecipe);
    await executor.close();
    const skipped = events.filter((event) => event.type === 'skipped');
    expect(skipped).toMatchObject([{ path: `${actor}/${name}.wav`, code: 'job-failed' }]);
    expect(await filesOf(result.folder)).toEqual(await filesOf(wanted.result.folder));
  });
});

/** A random moment of a run, the same for the same time. In milliseconds, up to some seconds. */
async function moment(time: number, seconds = 6): Promise<void> {
  await setTimeout(new RandomStream(time).uniform() * seconds * 1000);
}

/** Every result is there once, and none was computed twice with different bytes. */
async function expectEachOnce(place: string): Promise<void> {
  const names = await readdir(place);
  expect(names).not.toContain('conflicts');
  const results = await readdir(join(place, 'results'), { recursive: true });
  expect(results.filter((name) => name.includes('/') && !name.endsWith('.part'))).toHaveLength(nJobs);
}

/** Of 112 clips, at 64 a job; four folds and the final model. */
const nJobs = 2 + 5;

function coordinator(args: readonly string[]) {
  const program = fileURLToPath(new URL('./servers/coordinatorProgram.ts', import.meta.url));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const node = ['--conditions=@ser/source', '--import', tsx, program];
  return spawn(process.execPath, [...node, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}
