import { writeFile } from 'node:fs/promises';
import type { DataSource } from '@ser/experiments';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { typedCommand } from '../typedCommand.js';
import { fromCwd } from '../fromCwd.js';
import { readData } from '../options/data.js';
import { jsonOption } from '../options/jsonOption.js';
import { addOwnDataOptions, type OwnDataOptions } from '../options/ownData.js';
import { corpusReportText } from '../show/corpusReport.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { trackProgress } from '../show/progress.js';
import { recordingsReportText } from '../show/recordingsReport.js';

interface CheckOptions extends OwnDataOptions {
  readonly out?: string;
  readonly json?: true;
}

/** `ser corpora check NAME FOLDER | [NAME=]PATH` */
export function addCheckCommand(corpora: Command, io: CommandIo): void {
  const check = corpora
    .command('check')
    .summary('check a known corpus, or recordings of your own')
    .description(
      'Reads every recording and reports what a score would suffer from: unreadable, silent, clipped, and copied files, ' +
        'unbalanced and contradictory labels, speakers with one label, and lengths, levels, or sample rates that reveal the ' +
        'label. For a known corpus, also files that are missing or irregular. The exit code is 0 even when it finds problems.',
    )
    .argument(
      '<what>',
      'a folder with one folder per label, a table, NAME=PATH, or a name from `ser corpora list`',
    )
    .argument('[folder]', 'folder of the known corpus')
    .option('--out <page>', 'write an HTML page with charts (default: no page)')
    .addOption(jsonOption())
    .action((what: string, folder: string | undefined, options: CheckOptions) =>
      checkData(io, folder === undefined ? what : `${what}=${folder}`, {
        ...options,
        isNamed: folder !== undefined,
        command: typedCommand(io, rootOf(check)),
      }),
    );
  addOwnDataOptions(check);
  addExamples(
    check,
    'ser corpora check ravdess PATH/TO/RAVDESS',
    'ser corpora check my.csv --out check.html',
    'ser corpora check my_folder --speaker-level 2 --map wütend=angry --json',
  );
}

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent);
}

async function checkData(
  io: CommandIo,
  typed: string,
  {
    out,
    json,
    isNamed,
    command,
    ...own
  }: CheckOptions & { readonly isNamed: boolean; readonly command: string },
): Promise<void> {
  const { findCorpus } = await import('@ser/datasets');
  const { checkCorpus, checkRecordings, scanCorpus } = await import('@ser/datasets/node');
  const source = isNamed ? named(io, typed) : (await readData(io, [typed], { corpora: [], own }))[0]!;
  const known = 'utterances' in source ? undefined : findCorpus(source.corpus);
  const scan =
    'utterances' in source ? source : await scanCorpus(source.corpus, source.folder, { signal: io.signal });
  const first = known && trackProgress(io, 'comparing');
  const corpusReport =
    known &&
    (await checkCorpus(known.name, source.folder, {
      signal: io.signal,
      onProgress: first!.onProgress,
    }).finally(first!.stop));
  const { onProgress, stop } = trackProgress(io, 'measuring');
  const recordings = await checkRecordings(scan, { signal: io.signal, onProgress }).finally(stop);
  if (out !== undefined) {
    const { recordingsPage } = await import('@ser/experiments');
    await writeFile(fromCwd(io, out), recordingsPage(recordings, { command }));
  }
  if (json) return writeJson(io, corpusReport ? { ...corpusReport, recordings } : recordings);
  const text = recordingsReportText(recordings);
  io.stdout.write(corpusReport && known ? `${corpusReportText(corpusReport, known)}\n${text}` : text);
}

/** `check NAME FOLDER`, where the name must be that of a known corpus. */
function named(io: CommandIo, typed: string): DataSource {
  const at = typed.indexOf('=');
  return { corpus: typed.slice(0, at), folder: fromCwd(io, typed.slice(at + 1)) };
}
