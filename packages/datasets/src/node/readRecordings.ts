import { stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, normalize, relative, resolve } from 'node:path';
import { invalidOption } from '@ser/core';
import { DatasetError } from '../errors.js';
import type { ColumnNames } from '../manifest/columns.js';
import type { PathSpeakerOptions } from '../manifest/pathSpeaker.js';
import type { Irregularity } from '../parse/parsedFiles.js';
import { corpusName, ownCorpus, type OwnRecordings } from './ownCorpus.js';
import { readFolder } from './readFolder.js';
import { readTable } from './readManifest.js';
import type { CorpusScan } from './scanCorpus.js';

/** Options of `readRecordings`. */
export interface ReadRecordingsOptions extends PathSpeakerOptions {
  /** Name of the corpus that the recordings form. @default the name of the folder, or of the table without extension */
  readonly corpus?: string | undefined;
  /** Names for label words, for example `{ wütend: 'angry' }`. @default none */
  readonly map?: Readonly<Record<string, string>> | undefined;
  /** The labels that you expect, to find the folders of labels. @default the words of known corpora */
  readonly labels?: readonly string[] | undefined;
  /**
   * For folders: the folder whose name is the label: 1 is the folder at the top, -1 contains the file.
   *
   * @default the level with the most names that are labels; if there are none, the first with several names
   */
  readonly labelLevel?: number | undefined;
  /** For tables: headers of columns that are named otherwise, for example `{ label: 'Stimmung' }`. @default none */
  readonly columns?: ColumnNames | undefined;
  /** Cancels reading; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads your own recordings: a folder with one folder per label, or a table as `readManifest` reads it.
 *
 * Rows that cannot be used are listed in `irregular`, and the others are read. Of recordings with equal bytes, one is used,
 * or none if their labels differ. A `corpus.json` in the folder, or beside the table, gives title and license.
 *
 * @param path the folder or the table
 * @throws {SerError} `folder-not-found`, `empty-folder`, `invalid-table`, `missing-recordings` if no recording of a table
 *   exists, `invalid-card`, `invalid-option`
 *
 * @example
 * const mine = await readRecordings('my_folder', { speakerLevel: 2, map: { wütend: 'angry' } });
 * const split = makeSplit(mine.utterances, { kind: 'speaker-folds' }, { seed: 1 });
 */
export async function readRecordings(path: string, options: ReadRecordingsOptions = {}): Promise<CorpusScan> {
  const isTable = (await stat(path).catch(() => undefined))?.isFile() ?? false;
  const fallback = isTable ? basename(path, extname(path)) : basename(resolve(path));
  const corpus = corpusName(options.corpus ?? fallback);
  const read = isTable
    ? await ofTable(path, { ...options, corpus })
    : await readFolder(path, { ...options, corpus });
  requireSpeakers(read, options);
  return ownCorpus(read, options.signal);
}

async function ofTable(
  path: string,
  options: ReadRecordingsOptions & { readonly corpus: string },
): Promise<OwnRecordings> {
  const folder = dirname(path);
  const irregular: Irregularity[] = [];
  const onProblem = ({ message }: DatasetError) => void irregular.push(rowProblem(path, message));
  const read = await readTable(path, (recording) => within(folder, recording), { ...options, onProblem });
  const utterances = read.map(({ utterance }) => {
    const parent = dirname(utterance.path).replaceAll('\\', '/');
    return parent === '.' ? utterance : { ...utterance, group: parent };
  });
  await requireOne(folder, utterances, path);
  return { corpus: options.corpus, folder, utterances, irregular };
}

/** The path relative to the folder, so that results do not depend on where the folder is. */
function within(folder: string, path: string): string {
  return (isAbsolute(path) ? relative(resolve(folder), path) : normalize(path)).replaceAll('\\', '/');
}

/** `clips.csv, line 3: …` as the place and the reason. */
function rowProblem(table: string, message: string): Irregularity {
  const [, line, what] = /, line (\d+): (.*)$/s.exec(message) ?? [];
  return line === undefined
    ? { file: basename(table), what: message }
    : { file: `${basename(table)}, line ${line}`, what: what!.replace(/\.$/, '') };
}

/** Single missing recordings are reported when they are read; if all are missing, the paths are wrong. */
async function requireOne(
  folder: string,
  utterances: readonly { readonly path: string }[],
  file: string,
): Promise<void> {
  for (const { path } of utterances) {
    const found = await stat(resolve(folder, path)).catch(() => undefined);
    if (found?.isFile()) return;
  }
  throw new DatasetError(
    'missing-recordings',
    `${file}: None of the ${utterances.length} recordings exists; for example, there is no file ` +
      `\`${resolve(folder, utterances[0]!.path)}\`. Write paths relative to the folder of the table.`,
    { file },
  );
}

function requireSpeakers(
  { utterances }: OwnRecordings,
  { speakerFrom, speakerLevel }: ReadRecordingsOptions,
): void {
  const asked = speakerFrom ?? speakerLevel;
  if (asked === undefined || utterances.some(({ speaker }) => speaker !== undefined)) return;
  const name = speakerFrom === undefined ? 'speakerLevel' : 'speakerFrom';
  const example = utterances[0]!.path;
  throw invalidOption(name, `found in the paths, for example in \`${example}\``, String(asked));
}
