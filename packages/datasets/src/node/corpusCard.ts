import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CorpusDefinition } from '../corpora/corpusDefinition.js';
import { DatasetError } from '../errors.js';

/** What must be said about a corpus wherever a model trained on it goes. */
export interface CorpusCard {
  readonly title: string;
  readonly licence: string;
  /** Whether the voices are made by a machine. */
  readonly synthetic: boolean;
}

/** The file that says what a folder's recordings are, where they are not the published corpus. */
export const cardFileName = 'corpus.json';

/**
 * The card of the recordings in `folder`: from the least nested `corpus.json` among `files`, else the
 * published corpus's own.
 *
 * @param files paths seen from `folder`, as `listFiles` gives them
 * @throws {SerError} `invalid-card` when the file is not JSON or lacks a field
 */
export async function readCorpusCard(
  corpus: CorpusDefinition,
  folder: string,
  files: readonly string[],
): Promise<CorpusCard> {
  const [path] = files
    .filter((file) => file.split('/').at(-1) === cardFileName)
    .sort((a, b) => a.split('/').length - b.split('/').length);
  if (path === undefined) return { title: corpus.title, licence: corpus.licence, synthetic: false };
  const file = join(folder, path);
  return parseCard(await readJson(file), file);
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw invalidCard(file, 'Expected JSON', cause);
  }
}

function parseCard(json: unknown, file: string): CorpusCard {
  const card = (typeof json === 'object' && json !== null ? json : {}) as Readonly<Record<string, unknown>>;
  const { title, licence, synthetic } = card;
  if (typeof title !== 'string' || title === '') throw invalidField(file, 'title', 'a text', title);
  if (typeof licence !== 'string' || licence === '') throw invalidField(file, 'licence', 'a text', licence);
  if (typeof synthetic !== 'boolean') throw invalidField(file, 'synthetic', 'true or false', synthetic);
  return { title, licence, synthetic };
}

function invalidField(file: string, field: string, wanted: string, got: unknown): DatasetError {
  return invalidCard(file, `Expected \`${field}\` to be ${wanted}, got \`${JSON.stringify(got)}\``);
}

function invalidCard(file: string, what: string, cause?: unknown): DatasetError {
  const example = '{ "title": "…", "licence": "…", "synthetic": false }';
  return new DatasetError(
    'invalid-card',
    `${what} in \`${file}\`. Write it as ${example}, or remove the file.`,
    {
      file,
      ...(cause !== undefined && { cause }),
    },
  );
}
