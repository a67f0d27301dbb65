import type { EngineStatus } from '@ser/models';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { jsonOption } from '../options/jsonOption.js';
import { stepTime } from '../show/figures.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { table } from '../show/table.js';

/** An engine and its speed here. */
interface MeasuredEngine extends EngineStatus {
  /** Milliseconds of one training step of a small fixed network; `null` where the engine does not work. */
  readonly millisecondsPerStep: number | null;
}

/** `ser engines` */
export function addEnginesCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('engines')
    .summary('list the compute engines that work here, with their speed')
    .description(
      'Lists the compute engines that can train and predict here, shows which one `--engine auto` selects, and measures ' +
        'one training step of a small network on each.',
    )
    .addOption(jsonOption())
    .action((options: { json?: true }) => showEngines(io, options));
  addExamples(command, 'ser engines');
}

async function showEngines(io: CommandIo, { json }: { json?: true }): Promise<void> {
  const { listEngines } = await import('@ser/models');
  const engines: MeasuredEngine[] = [];
  for (const engine of await listEngines()) {
    io.signal.throwIfAborted();
    engines.push({ ...engine, millisecondsPerStep: await measure(io, engine) });
  }
  const chosen = engines.find(({ available }) => available)?.name;
  if (json) return writeJson(io, { engines, chosen: chosen ?? null });
  const rows = engines.map((engine) => [
    engine.name,
    stateOf(engine, chosen),
    engine.millisecondsPerStep === null ? '' : stepTime(engine.millisecondsPerStep),
    engine.detail,
  ]);
  io.stdout.write(table(rows, ['left', 'left', 'right', 'left']));
}

async function measure({ now }: CommandIo, { name, available }: EngineStatus): Promise<number | null> {
  if (!available) return null;
  const { measureEngine, openEngine } = await import('@ser/models');
  return measureEngine(await openEngine(name), { now });
}

function stateOf({ name, available }: EngineStatus, chosen: string | undefined): string {
  if (name === chosen) return 'works, selected by auto';
  return available ? 'works' : 'not available';
}
