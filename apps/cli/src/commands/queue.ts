import type { QueueStatus } from '@ser/bullmq';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { executorOption } from '../options/executor.js';
import { jsonOption } from '../options/jsonOption.js';
import { loadQueue } from '../queuePackage.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { printableLines } from '../show/printable.js';
import { table } from '../show/table.js';

interface QueueOptions {
  readonly executor: string;
  readonly json?: true;
}

/** `ser queue status|cancel RUN --executor URL` */
export function addQueueCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('queue')
    .summary('show or cancel the runs of a queue')
    .description('Shows the runs, workers, and jobs of a queue, or cancels all jobs of a run.');
  addExamples(command, 'ser queue status --executor redis://queue:6379');
  const status = command
    .command('status')
    .summary('runs, workers, and jobs')
    .description('Shows the runs, workers, and jobs of a queue.')
    .addOption(executorOption('the queue').makeOptionMandatory())
    .addOption(jsonOption())
    .action(async ({ executor, json }: QueueOptions) => {
      const { queueStatus } = await loadQueue();
      const found = await queueStatus(executor);
      if (json) writeJson(io, found);
      else io.stdout.write(printableLines(statusText(found)));
    });
  addExamples(status, 'ser queue status --executor redis://queue:6379');
  const cancel = command
    .command('cancel')
    .summary('cancel a run')
    .description(
      'Cancels all jobs of a run. Running jobs stop within about a second. Finished results are kept: `--resume` continues the run.',
    )
    .argument('<run>', 'its name, from `ser queue status`')
    .addOption(executorOption('the queue').makeOptionMandatory())
    .addOption(jsonOption())
    .action(async (run: string, { executor, json }: QueueOptions) => {
      const { cancelRun } = await loadQueue();
      const removed = await cancelRun(executor, run);
      if (json) writeJson(io, { run, removed });
      else io.stdout.write(`${run}: canceled, ${removed} waiting job${removed === 1 ? '' : 's'} removed\n`);
    });
  addExamples(cancel, 'ser queue cancel ravdess-3f2a91c0 --executor redis://queue:6379');
}

function statusText({ waiting, active, delayed, failed, runs, workers }: QueueStatus): string {
  const jobs = `jobs: ${waiting} waiting, ${active} active, ${delayed} delayed, ${failed} failed\n`;
  const runRows = runs.map(({ name, store, coordinator, isCoordinated, canceled }) => [
    name,
    canceled ? 'canceled' : isCoordinated ? `run by ${coordinator}` : `interrupted on ${coordinator}`,
    store,
  ]);
  const workerRows = workers.map(({ name, concurrency, environment }) => [
    name,
    `${concurrency} job${concurrency === 1 ? '' : 's'}`,
    environment.engine ?? 'engine not used yet',
    `${environment.version}, Node.js ${environment.node}, ${environment.processor}`,
  ]);
  return (
    `${jobs}runs: ${runs.length}\n${table(runRows, ['left', 'left', 'left'])}` +
    `workers: ${workers.length}\n${table(workerRows, ['left', 'right', 'left', 'left'])}`
  );
}
