import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@ser/experiments/executor';
import type { Bench } from '../bench.js';
import { corporaFolder } from '../corporaFolder.js';
import { markdownTable } from '../markdownTable.js';
import { cancelInTheMiddle, extractOverQueue, tinyClips } from './queueClips.js';
import { differingFiles, ravdessRun, ravdessTune, resultsOf } from './queueRuns.js';
import { waitJobs } from './waitJobs.js';
import { startWorkers } from './workerProcesses.js';

/** Runs over a queue: overhead, scaling, throughput, and equal results. */
export const queueBench: Bench = {
  name: 'queue',
  description:
    'jobs, clips, and RAVDESS over the queue at SER_QUEUE (an empty Redis), with workers of this machine: overhead, ' +
    'scaling, memory, and equal bytes; --features jobs,clips,functionals,tune chooses, --limit is the largest number of workers',
  async run({ clips = '100000', features = 'jobs,clips,functionals,tune', limit = '32', out }) {
    const address = process.env['SER_QUEUE'];
    if (address === undefined)
      throw new Error('`SER_QUEUE` must be the address of a Redis, such as redis://localhost:6379.');
    const folder = out ?? (await mkdtemp(join(tmpdir(), 'ser-queue-')));
    const parts = features.split(',');
    if (parts.includes('jobs')) await measureJobs(address, folder, Number(limit));
    if (parts.includes('clips')) await measureClips(address, folder, Number(clips));
    if (parts.includes('functionals'))
      await measureRuns(address, folder, {
        limit: Number(limit),
        work: ravdessRun,
        what: 'functionals, six folds',
      });
    if (parts.includes('tune'))
      await measureRuns(address, folder, {
        limit: Number(limit),
        work: ravdessTune,
        what: 'tune, 16 trials',
      });
    if (out === undefined) await rm(folder, { recursive: true, force: true });
  },
};

async function measureJobs(address: string, folder: string, limit: number): Promise<void> {
  const store = openStore(join(folder, 'jobs'));
  const rows: (readonly string[])[] = [];
  for (const slots of [1, 2, 4, 8, 16, 32].filter((n) => n <= limit)) {
    const stop = await startWorkers(address, slots);
    await waitJobs(address, { store, n: slots, milliseconds: 0, name: `warm-${slots}` });
    const empty = await waitJobs(address, { store, n: 200, milliseconds: 0, name: `empty-${slots}` });
    const n = 5 * slots;
    const waited = await waitJobs(address, { store, n, milliseconds: 2000, name: `wait-${slots}` });
    await stop();
    const speed = (n * 2) / waited;
    rows.push([
      String(slots),
      (200 / empty).toFixed(0),
      waited.toFixed(2),
      speed.toFixed(2),
      `${((100 * speed) / slots).toFixed(0)}%`,
    ]);
  }
  print(
    'Jobs that only wait',
    ['jobs at a time', 'empty jobs per second', '5 rounds of 2 s (s)', 'speed-up', 'of ideal'],
    rows,
  );
}

async function measureClips(address: string, folder: string, n: number): Promise<void> {
  const clips = await tinyClips(join(folder, 'noise'), n);
  const stop = await startWorkers(address, 2);
  const { clipsPerSecond, queueMemory } = await extractOverQueue(
    address,
    clips,
    openStore(join(folder, 'clips')),
  );
  const canceled = await cancelInTheMiddle(address, clips, openStore(join(folder, 'canceled')));
  await stop();
  print(
    `Features of ${n} clips over two workers`,
    ['measurement', 'value'],
    [
      ['clips per second', clipsPerSecond.toFixed(0)],
      ['memory of the queue (MB)', (queueMemory / 1e6).toFixed(1)],
      ['cancel: until the workers are free (s)', canceled.workers.toFixed(2)],
      ['cancel: until the coordinator ends (s)', canceled.coordinator.toFixed(2)],
    ],
  );
}

interface MeasureRunsOptions {
  readonly limit: number;
  readonly work: typeof ravdessRun;
  readonly what: string;
}

async function measureRuns(
  address: string,
  folder: string,
  { limit, work, what }: MeasureRunsOptions,
): Promise<void> {
  const ravdess = join(corporaFolder(), 'ravdess');
  const at = (name: string) => join(folder, `${what.slice(0, 4)}-${name}`);
  const alone = await work({ ravdess, out: at('alone') });
  const rows: (readonly string[])[] = [[what, 'none', alone.toFixed(1), '']];
  const wanted = await resultsOf(at('alone'));
  for (const slots of [1, 2, 4].filter((n) => n <= limit)) {
    const stop = await startWorkers(address, slots);
    const out = at(String(slots));
    const seconds = await work({ ravdess, out, address });
    await stop();
    const different = differingFiles(wanted, await resultsOf(out));
    rows.push([
      what,
      String(slots),
      seconds.toFixed(1),
      different.length === 0 ? 'equal' : different.join(' '),
    ]);
  }
  print('RAVDESS', ['run', 'workers', 'seconds', 'files'], rows);
}

function print(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}\n\n${markdownTable(header, rows)}`);
}
