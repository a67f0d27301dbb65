import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, resolve, sep } from 'node:path';
import type { Executor } from '@ser/experiments/executor';
import { type Command, Option } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { fromCwd } from '../fromCwd.js';
import { loadQueue } from '../queuePackage.js';
import { UsageError } from '../usageError.js';

/** What the options of other machines give. */
export interface ExecutorOptions {
  readonly executor?: string;
  readonly store?: string;
  readonly filesAt?: readonly string[];
  readonly allowUnequalWorkers?: true;
}

/** `--executor URL --store PLACE`: where a run is computed. */
export function addExecutorOptions(command: Command): void {
  command
    .addOption(executorOption('compute on the workers of a queue, `ser worker` (default: on this machine)'))
    .option(
      '--store <folder|url>',
      'with --executor: where jobs find features and leave results; all machines reach it by this name (default: in --out)',
    )
    .option(
      '--files-at <folder=url...>',
      'with --executor: workers read the recordings of a folder at this URL (default: at the same path)',
    )
    .option(
      '--allow-unequal-workers',
      'with --executor: also use workers with other versions or processors; the last bits of results may then differ',
    );
}

/** `--executor URL`, also for `ser worker` and `ser queue`. */
export function executorOption(what: string): Option {
  return new Option(
    '--executor <url>',
    `${what}: redis://host:6379 (also Valkey) or postgres://user@host/database`,
  );
}

export interface OpenExecutorOptions {
  /** The result of the command, as typed: the name of the run is made from it. */
  readonly out: string;
  /** The folder for jobs if `--store` is not given. */
  readonly store: string;
}

/**
 * Opens the executor that was asked for, does some work with it, and closes it.
 *
 * @throws {UsageError} `missing-option` if an option needs `--executor`
 * @throws {SerError} `package-missing`, `queue-unreachable`
 */
export async function withExecutor<T>(
  io: CommandIo,
  options: ExecutorOptions,
  { out, store }: OpenExecutorOptions,
  work: (executor: Executor | undefined) => Promise<T>,
): Promise<T> {
  refuseAlone(options);
  if (options.executor === undefined) return work(undefined);
  const { queueExecutor } = await loadQueue();
  const { openStore } = await import('@ser/experiments/executor');
  const run = runName(fromCwd(io, out));
  const executor = await queueExecutor(options.executor, {
    run,
    store: openStore(options.store ?? resolve(io.cwd, store)),
    allowUnequal: options.allowUnequalWorkers === true,
    locate: locator(io, options.filesAt ?? []),
  });
  io.stderr.write(`run: ${run} in the queue; to stop it elsewhere: ser queue cancel ${run} --executor …\n`);
  try {
    return await work(executor);
  } finally {
    await executor.close();
  }
}

/** `ravdess-3f2a91c0`: the same for the same folder of the same machine, so that a run can be resumed. */
export function runName(out: string): string {
  const path = resolve(out);
  const digest = createHash('sha256').update(`${hostname()} ${path}`).digest('hex');
  return `${basename(path).replace(/[^\w-]+/g, '-')}-${digest.slice(0, 8)}`;
}

/** @throws {UsageError} `missing-option` if an option needs `--executor` */
export function refuseAlone({ executor, store, filesAt, allowUnequalWorkers }: ExecutorOptions): void {
  if (executor !== undefined) return;
  const given = [
    ...(store === undefined ? [] : ['--store']),
    ...(filesAt === undefined ? [] : ['--files-at']),
    ...(allowUnequalWorkers ? ['--allow-unequal-workers'] : []),
  ];
  if (given.length === 0) return;
  throw new UsageError('missing-option', `\`${given[0]}\` needs \`--executor\`. Add \`--executor URL\`.`);
}

/** From `FOLDER=URL` pairs: where workers find a file of this machine. */
function locator(io: CommandIo, pairs: readonly string[]): ((file: string) => string) | undefined {
  if (pairs.length === 0) return undefined;
  const places = pairs.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1 || !/^https?:\/\//.test(pair.slice(at + 1))) {
      throw new UsageError('invalid-option', `\`--files-at\` must be FOLDER=URL; got \`${pair}\`.`);
    }
    const folder = resolve(io.cwd, pair.slice(0, at)) + sep;
    return { folder, url: pair.slice(at + 1).replace(/\/*$/, '/') };
  });
  return (file) => {
    const path = resolve(io.cwd, file);
    const place = places.find(({ folder }) => path.startsWith(folder));
    if (place === undefined) return path;
    const parts = path.slice(place.folder.length).split(sep);
    return place.url + parts.map(encodeURIComponent).join('/');
  };
}
