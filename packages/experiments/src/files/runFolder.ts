import { access, constants, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { ExperimentError } from '../errors.js';

/** The files of a run folder. An evaluation's folder has only the last four. */
export const runFiles = {
  recipe: 'recipe.json',
  split: 'split.json',
  history: 'history.csv',
  enrolment: 'enrolment.csv',
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

/** Files by which a folder shows that it may be written over: `has` them all and `lacks` the others. */
interface Mark {
  readonly has: readonly RunFile[];
  readonly lacks: readonly RunFile[];
}

const marks: Readonly<Record<'run' | 'evaluation', Mark>> = {
  run: { has: ['recipe', 'split'], lacks: [] },
  evaluation: { has: ['metrics'], lacks: ['recipe', 'split', 'model'] },
};

/**
 * Makes sure, before hours of work, that results can be written here: the folder is made when absent; it must
 * be empty or hold an earlier result of the same kind. Nothing in it is changed yet.
 *
 * @throws {SerError} `out-not-empty` when it holds anything else, `out-not-writable` when it is no
 *   folder or may not be written to
 */
export async function claimRunFolder(folder: string, kind: keyof typeof marks): Promise<void> {
  const entries = await entriesOf(folder);
  const { has, lacks } = marks[kind];
  const holds = (file: RunFile) => entries.includes(runFiles[file]);
  if (entries.length === 0 || (has.every(holds) && !lacks.some(holds))) return;
  throw new ExperimentError(
    'out-not-empty',
    `\`out\` must be empty, absent or a former ${kind}, but \`${folder}\` holds ${entries.slice(0, 3).join(', ')}` +
      `${entries.length > 3 ? ', …' : ''}. Name another folder.`,
    { file: folder },
  );
}

/** Takes a former result's files away, so that no old figure stands beside a new one. Other files stay. */
export async function clearRunFolder(folder: string): Promise<void> {
  for (const file of Object.values(runFiles)) await rm(join(folder, file), { recursive: true, force: true });
}

/** Writes a file of a run folder in one go: a reader sees the old content or the new, never half of it. */
export async function writeRunFile(folder: string, file: RunFile, text: string): Promise<void> {
  await writeWhole(join(folder, runFiles[file]), text);
}

/** Reads a file of a run folder; `undefined` where there is none. */
export async function readRunFile(folder: string, file: RunFile): Promise<string | undefined> {
  return (await readIfThere(join(folder, runFiles[file])))?.toString('utf8');
}

/** Writes a file under a temporary name and gives it its own when it is whole; its folder is made when absent. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${threadId}.part`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(temporary, content);
  await rename(temporary, path);
}

/** The content of a file; `undefined` where there is none. */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** JSON as the run folder keeps it: two spaces, a line feed at the end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The names in a folder that is to be written to; it is made when absent. */
export async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return await readdir(folder);
  } catch (cause) {
    throw new ExperimentError(
      'out-not-writable',
      `\`out\` must be a folder that can be written to, got \`${folder}\`. Name another folder.`,
      { file: folder, cause },
    );
  }
}
