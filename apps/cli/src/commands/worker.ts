import type { WorkerEvent } from '@ser/bullmq';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { fromCwd } from '../fromCwd.js';
import { executorOption } from '../options/executor.js';
import { pluginOption } from '../options/plugin.js';
import { jsonOption } from '../options/jsonOption.js';
import { seconds, wholeNumber } from '../options/number.js';
import { loadQueue } from '../queuePackage.js';
import { addExamples } from '../show/help.js';
import { writeJsonLine } from '../show/json.js';
import { printable } from '../show/printable.js';

interface WorkerOptions {
  readonly executor: string;
  readonly concurrency: number;
  readonly lease: number;
  readonly temporary?: string;
  readonly json?: true;
}

/** `ser worker --executor URL [--concurrency N]` */
export function addWorkerCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('worker')
    .summary('compute jobs of runs on other machines')
    .description(
      'Computes features, folds, and trials of runs that were started with --executor, until Ctrl-C or SIGTERM; then other ' +
        'workers take over its jobs. It needs @ser/bullmq, the same version of ser as the run, and the recordings and the ' +
        "store at the run's paths or URLs.",
    )
    .addOption(executorOption('the queue').makeOptionMandatory())
    .option(
      '--concurrency <n>',
      'jobs at a time, each in a process of its own (default: 1)',
      wholeNumber('--concurrency', { min: 1, max: 256 }),
      1,
    )
    .option(
      '--lease <s>',
      'time without a sign of this worker after which another one gets its jobs (default: 30)',
      seconds('--lease', { min: 1 }),
      30,
    )
    .option('--temporary <folder>', "folder for downloaded recordings (default: the system's)")
    .addOption(pluginOption())
    .addOption(jsonOption())
    .action((options: WorkerOptions) => work(io, options));
  addExamples(
    command,
    'ser worker --executor redis://queue:6379',
    'ser worker --executor postgres://ser@queue/ser --concurrency 4',
  );
}

async function work(io: CommandIo, options: WorkerOptions): Promise<void> {
  const { runWorker } = await loadQueue();
  const { executor, concurrency, lease, temporary, json } = options;
  await runWorker(executor, {
    ...{ concurrency, lease },
    ...(temporary !== undefined && { folder: fromCwd(io, temporary) }),
    signal: AbortSignal.any([io.signal, terminated()]),
    onEvent: (event) => {
      if (json) writeJsonLine(io, event);
      else io.stdout.write(`${printable(textOf(event))}\n`);
    },
  });
}

/** Aborted by the signal with which containers are stopped. */
function terminated(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGTERM', () => controller.abort());
  return controller.signal;
}

function textOf(event: WorkerEvent): string {
  switch (event.type) {
    case 'ready': {
      const { version, node, processor } = event.environment;
      return `${event.name}: ready, version ${version}, Node.js ${node}, ${processor}`;
    }
    case 'refused':
      return `${event.run}: refused. ${event.message}`;
    case 'failed':
      return `${event.run}: ${event.kind} ${shortList(event.ids)} failed. ${event.message}`;
    default:
      return `${event.run}: ${event.kind} ${shortList(event.ids)} ${event.type}`;
  }
}

function shortList(ids: readonly string[]): string {
  return ids.length <= 3 ? ids.join(' ') : `${ids[0]} and ${ids.length - 1} more`;
}
