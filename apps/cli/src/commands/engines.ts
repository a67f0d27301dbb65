import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { jsonOption } from '../options/jsonOption.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { table } from '../show/table.js';

/** `ser engines` */
export function addEnginesCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('engines')
    .summary('tell which engines work here')
    .description('Tells which engines can train and predict here, and which one `--engine auto` takes.')
    .addOption(jsonOption())
    .action((options: { json?: true }) => showEngines(io, options));
  addExamples(command, 'ser engines');
}

async function showEngines(io: CommandIo, { json }: { json?: true }): Promise<void> {
  const { listEngines } = await import('@ser/models');
  const engines = await listEngines();
  const chosen = engines.find(({ available }) => available)?.name;
  if (json) return writeJson(io, { engines, chosen: chosen ?? null });
  const rows = engines.map(({ name, available, detail }) => [name, stateOf(name, available, chosen), detail]);
  io.stdout.write(table(rows, ['left', 'left', 'left']));
}

function stateOf(name: string, isAvailable: boolean, chosen: string | undefined): string {
  if (name === chosen) return 'works, taken by auto';
  return isAvailable ? 'works' : 'not available';
}
