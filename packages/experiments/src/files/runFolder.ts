import { access, constants, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { ExperimentError } from '../errors.js';

/** The files of a run folder. The folder of an evaluation has only the last four. */
export const runFiles = {
  recipe: 'recipe.json',
  split: 'split.json',
  history: 'history.csv',
  enrollment: 'enrollment.csv',
  explain: 'explain.json',
  model: 'model',
  source: 'source',
  checkpoints: 'checkpoints',
  predictions: 'predictions.csv',
  metrics: 'metrics.json',
  charts: 'charts',
  report: 'report.html',
} as const;

export type RunFile = keyof typeof runFiles;

/** How to recognize a folder that may be overwritten: it `has` all of these files and `lacks` the others. */
interface Mark {
  readonly has: readonly RunFile[];
  readonly lacks: readonly RunFile[];
}

const marks: Readonly<Record<'run' | 'evaluation', Mark>> = {
  run: { has: ['recipe', 'split'], lacks: [] },
  evaluation: { has: ['metrics'], lacks: ['recipe', 'split', 'model'] },
};

/**
 * Checks, before hours of work, that results can be written here. A missing folder is created; an existing one must be
 * empty or contain an earlier result of the same kind, which is not changed yet.
 *
 * @throws {SerError} `out-not-empty` if it contains anything else, `out-not-writable` if it is not a folder or is not
 *   writable
 */
export async function claimRunFolder(folder: string, kind: keyof typeof marks): Promise<void> {
  const entries = await entriesOf(folder);
  const { has, lacks } = marks[kind];
  const holds = (file: RunFile) => entries.includes(runFiles[file]);
  if (entries.length === 0 || (has.every(holds) && !lacks.some(holds))) return;
  throw new ExperimentError(
    'out-not-empty',
    `\`out\` must be a new or empty folder, or one with an earlier ${kind}; got \`${folder}\`, which contains ` +
      `${entries.slice(0, 3).join(', ')}${entries.length > 3 ? ', …' : ''}. Choose another folder.`,
    { file: folder },
  );
}

/** Deletes the files of an earlier result, so that old and new results do not mix. Other files are kept. */
export async function clearRunFolder(folder: string): Promise<void> {
  for (const file of Object.values(runFiles)) await rm(join(folder, file), { recursive: true, force: true });
}

/** Writes a file of a run folder atomically: a reader sees the old or the new content, never a part. */
export async function writeRunFile(folder: string, file: RunFile, text: string): Promise<void> {
  await writeAtomically(join(folder, runFiles[file]), text);
}

/** Reads a file of a run folder; `undefined` if it does not exist. */
export async function readRunFile(folder: string, file: RunFile): Promise<string | undefined> {
  return (await readIfExists(join(folder, runFiles[file])))?.toString('utf8');
}

/** Writes a file under a temporary name, then renames it. A missing folder is created. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${threadId}.part`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(temporary, content);
  await rename(temporary, path);
}

/** The content of a file; `undefined` if it does not exist. */
export async function readIfExists(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** JSON as in the run folder: indented by two spaces, with a line feed at the end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The names in a folder to write to; a missing folder is created. */
export async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return await readdir(folder);
  } catch (cause) {
    throw new ExperimentError(
      'out-not-writable',
      `\`out\` must be a writable folder; got \`${folder}\`. Choose another folder.`,
      { file: folder, cause },
    );
  }
}
