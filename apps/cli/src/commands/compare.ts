import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { jsonOption } from '../options/jsonOption.js';
import { seedOption } from '../options/seed.js';
import { comparisonText } from '../show/comparisonText.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { printableLines } from '../show/printable.js';
import { UsageError } from '../usageError.js';

interface CompareOptions {
  readonly out?: string;
  readonly seed?: number;
  readonly json?: true;
}

/** `ser compare RUN… [--out PAGE.html]` */
export function addCompareCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('compare')
    .summary('compare runs, with a paired test over speakers')
    .description(
      'Compares each finished run with the first one: the difference in UAR, and a paired test over the speakers that ' +
        'both runs were tested on. Runs that were tested on different clips are rejected. RUN is a folder written by ' +
        '`ser train --out` or `ser evaluate --out`, or the `source` folder inside it.',
    )
    .argument('<run...>', 'at least two run folders; the others are compared with the first')
    .option('--out <page>', 'write the comparison to this HTML page (default: no page)')
    .addOption(seedOption('seed of the bootstrap over speakers (default: 1)'))
    .addOption(jsonOption())
    .action((folders: readonly string[], options: CompareOptions) => compare(io, folders, options));
  addExamples(command, 'ser compare runs/cnn runs/functionals --out comparison.html');
}

async function compare(io: CommandIo, folders: readonly string[], options: CompareOptions): Promise<void> {
  const { out, seed, json } = options;
  if (folders.length < 2) {
    throw new UsageError(
      'missing-argument',
      '`ser compare` needs at least two run folders; got 1. Add another run folder.',
    );
  }
  const { compareRuns } = await import('@ser/experiments');
  const comparison = await compareRuns(folders, {
    cwd: io.cwd,
    ...(out !== undefined && { out }),
    ...(seed !== undefined && { seed }),
  });
  if (json) writeJson(io, { out: out ?? null, ...comparison });
  else io.stdout.write(printableLines(comparisonText(comparison, out)));
}
