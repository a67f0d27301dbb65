import { stat } from 'node:fs/promises';
import { closest } from '@ser/core';
import type { DataSource } from '@ser/experiments';
import type { CommandIo } from '../commandIo.js';
import { fromCwd } from '../fromCwd.js';
import { UsageError } from '../usageError.js';
import type { OwnDataOptions } from './ownData.js';

/** What `--data` takes, for the help of commands. */
export const dataHelp =
  'folders or tables of recordings: a known corpus, a folder with one folder per label, or a table (CSV, TSV, JSON lines) ' +
  'with the columns path and label; NAME=PATH names it';

/**
 * Reads `--data [NAME=]PATH…`.
 *
 * A file is a table. A folder with the name of a known corpus, or without a name but with the file names of one, is that
 * corpus; other folders have one folder per label.
 *
 * @param corpora names of the corpora of the recipe or model; a folder without a name belongs to the only one, unless its
 *   files are sorted by label
 * @throws {UsageError} `unknown-corpus` for the misspelled name of a known corpus
 * @throws {SerError} if your own recordings cannot be read
 */
export async function readData(
  io: CommandIo,
  typed: readonly string[],
  { corpora, own }: { readonly corpora: readonly string[]; readonly own: OwnDataOptions },
): Promise<readonly DataSource[]> {
  const sources: DataSource[] = [];
  for (const text of typed) sources.push(await readSource(io, text, corpora, own));
  return sources;
}

async function readSource(
  io: CommandIo,
  text: string,
  corpora: readonly string[],
  own: OwnDataOptions,
): Promise<DataSource> {
  const { readRecordings, scanCorpus } = await import('@ser/datasets/node');
  const { name, path, isTable } = await parse(io, text);
  const corpus = isTable ? undefined : await knownCorpus(io, { name, path, corpora, own });
  if (corpus !== undefined) {
    if (own.map === undefined) return { corpus, folder: path };
    return scanCorpus(corpus, path, { map: own.map, signal: io.signal });
  }
  const onlyName = !isTable && corpora.length === 1 && !(await isKnown(corpora[0]!)) ? corpora[0] : undefined;
  return readRecordings(path, { ...own, corpus: name ?? onlyName, signal: io.signal });
}

interface TypedSource {
  readonly name: string | undefined;
  readonly path: string;
}

/** A file or folder whose name contains `=` is not a named one. */
async function parse(io: CommandIo, text: string): Promise<TypedSource & { readonly isTable: boolean }> {
  const [, name, rest] = /^([\p{L}\p{N}][\p{L}\p{N}._-]*)=(.+)$/su.exec(text) ?? [];
  const kindOf = (path: string) => stat(path).catch(() => undefined);
  const whole = name === undefined ? undefined : await kindOf(fromCwd(io, text));
  const isNamed = name !== undefined && whole === undefined;
  const path = fromCwd(io, isNamed ? rest! : text);
  return { name: isNamed ? name : undefined, path, isTable: (await kindOf(path))?.isFile() ?? false };
}

/** The known corpus that a folder is; `undefined` for recordings of the user. */
async function knownCorpus(
  io: CommandIo,
  {
    name,
    path,
    corpora,
    own,
  }: TypedSource & { readonly corpora: readonly string[]; readonly own: OwnDataOptions },
): Promise<string | undefined> {
  const { identifyFolder } = await import('@ser/datasets/node');
  const identify = () => identifyFolder(path, io.signal).catch(() => undefined);
  if (name !== undefined) {
    if (await isKnown(name)) return name;
    await refuseMisspelled(name, (await identify())?.corpus);
    return undefined;
  }
  const { map, speakerFrom, speakerLevel, labelLevel } = own;
  if ([map, speakerFrom, speakerLevel, labelLevel].some((option) => option !== undefined)) return undefined;
  const identity = await identify();
  const [only] = corpora;
  if (corpora.length === 1 && (await isKnown(only!))) {
    return identity?.corpus === undefined && identity?.hasFolders ? undefined : only;
  }
  return identity?.corpus;
}

async function isKnown(name: string): Promise<boolean> {
  const { knownCorpora } = await import('@ser/datasets');
  return knownCorpora().some((corpus) => corpus.name === name);
}

/** A name that is almost that of the corpus whose file names the folder has. */
async function refuseMisspelled(name: string, corpus: string | undefined): Promise<void> {
  if (corpus === undefined || closest(name, [corpus]) === undefined) return;
  const { knownCorpora } = await import('@ser/datasets');
  const names = knownCorpora()
    .map((one) => one.name)
    .join(', ');
  throw new UsageError(
    'unknown-corpus',
    `\`--data\` must name a known corpus (${names}) or recordings of your own; got \`${name}\`. Did you mean \`${corpus}\`?`,
  );
}
