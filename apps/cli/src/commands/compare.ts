import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RunsComparison } from '@ser/experiments';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { fromCwd } from '../fromCwd.js';
import { jsonOption } from '../options/jsonOption.js';
import { seedOption } from '../options/seed.js';
import { comparisonText } from '../show/comparisonText.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
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
    .summary('runs side by side, with a paired test')
    .description(
      'Puts finished runs side by side and holds each against the first: by how much their UARs differ, and whether ' +
        'that may be chance, by a test over the speakers that both were tested on. Runs that were tested on different ' +
        'clips are refused. RUN is what `ser train` or `ser evaluate` has left in --out, or the `source` folder in it.',
    )
    .argument('<run...>', 'at least two run folders; the first is what the others are held against')
    .option('--out <page>', 'an HTML page to write the comparison to (default: none)')
    .addOption(seedOption('seed of the bootstrap over speakers (default: 1)'))
    .addOption(jsonOption())
    .action((folders: readonly string[], options: CompareOptions) => compare(io, folders, options));
  addExamples(command, 'ser compare runs/cnn runs/functionals --out comparison.html');
}

async function compare(io: CommandIo, folders: readonly string[], options: CompareOptions): Promise<void> {
  const { out, seed, json } = options;
  if (folders.length < 2) {
    throw new UsageError('missing-argument', '`ser compare` needs at least two run folders, got 1.');
  }
  const comparison = await compareFolders(io, folders, seed);
  if (out !== undefined) await writePage(fromCwd(io, out), comparison);
  if (json) return writeJson(io, { out: out ?? null, ...comparison });
  const { comparisonSentence } = await import('@ser/experiments');
  const sentences = comparison.comparisons.map((one) => comparisonSentence(one, comparison));
  io.stdout.write(comparisonText(comparison, sentences, out));
}

/** Folders are named in the answer as they were typed. */
async function compareFolders(
  io: CommandIo,
  folders: readonly string[],
  seed: number | undefined,
): Promise<RunsComparison> {
  const { compareRuns } = await import('@ser/experiments');
  const comparison = await compareRuns(
    folders.map((folder) => fromCwd(io, folder)),
    { ...(seed !== undefined && { seed }) },
  );
  return { ...comparison, runs: comparison.runs.map((run, i) => ({ ...run, folder: folders[i]! })) };
}

async function writePage(file: string, comparison: RunsComparison): Promise<void> {
  const { comparisonPage } = await import('@ser/experiments');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, comparisonPage(comparison));
}
