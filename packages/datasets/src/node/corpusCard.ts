import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CorpusDefinition } from '../corpora/corpusDefinition.js';
import { DatasetError } from '../errors.js';
import { decodeTable } from '../manifest/decodeTable.js';

/** What must be stated about a corpus with every model trained on it. */
export interface CorpusCard {
  readonly title: string;
  readonly license: string;
  /** Whether the voices are synthetic. */
  readonly synthetic: boolean;
}

const cardFileName = 'corpus.json';

/**
 * Reads the `corpus.json` of a folder, which describes recordings that are not the published corpus. It may begin with a
 * byte order mark, or be UTF-16.
 *
 * @returns `undefined` if the folder has none
 * @throws {SerError} `invalid-card` if it is not JSON or a field is missing
 */
export async function readCorpusCard(folder: string): Promise<CorpusCard | undefined> {
  const file = join(folder, cardFileName);
  let json: unknown;
  try {
    json = JSON.parse(decodeTable(await readFile(file)));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw invalidCard(file, 'must be JSON', cause);
  }
  return parseCard(json, file);
}

/**
 * Writes the `corpus.json` of a folder, so that models trained on its recordings state their title and license.
 *
 * @example
 * await writeCorpusCard('recordings', { title: 'Call center 2025', license: 'internal', synthetic: false });
 */
export async function writeCorpusCard(folder: string, card: CorpusCard): Promise<void> {
  await writeFile(join(folder, cardFileName), `${JSON.stringify(card, undefined, 2)}\n`);
}

/**
 * The card of the recordings in `folder`: the least nested `corpus.json` among `files`, or the published corpus's own.
 *
 * @param files paths relative to `folder`, as from `listFiles`
 * @throws {SerError} `invalid-card`
 */
export async function cardOf(
  corpus: CorpusDefinition,
  folder: string,
  files: readonly string[],
): Promise<CorpusCard> {
  const [path] = files
    .filter((file) => file.split('/').at(-1) === cardFileName)
    .sort((a, b) => a.split('/').length - b.split('/').length);
  const card = path === undefined ? undefined : await readCorpusCard(join(folder, path, '..'));
  return card ?? { title: corpus.title, license: corpus.license, synthetic: false };
}

function parseCard(json: unknown, file: string): CorpusCard {
  const card = (typeof json === 'object' && json !== null ? json : {}) as Readonly<Record<string, unknown>>;
  const { title, license, synthetic } = card;
  if (typeof title !== 'string' || title === '') throw invalidField(file, 'title', 'a text', title);
  if (typeof license !== 'string' || license === '') throw invalidField(file, 'license', 'a text', license);
  if (typeof synthetic !== 'boolean') throw invalidField(file, 'synthetic', 'true or false', synthetic);
  return { title, license, synthetic };
}

function invalidField(file: string, field: string, required: string, value: unknown): DatasetError {
  return invalidCard(
    file,
    `must have a field \`${field}\` that is ${required}; got ${JSON.stringify(value)}`,
  );
}

function invalidCard(file: string, problem: string, cause?: unknown): DatasetError {
  const example = '{ "title": "…", "license": "…", "synthetic": false }';
  const message = `\`${file}\` ${problem}. Write it as ${example}, or remove the file.`;
  return new DatasetError('invalid-card', message, { file, cause });
}
