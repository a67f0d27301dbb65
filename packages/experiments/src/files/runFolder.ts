import { access, constants, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ExperimentError } from '../errors.js';
import { FolderLock, lockFile } from './folderLock.js';
import { readIfExists } from './sealed.js';
import { isTemporaryName, writeAtomically } from './writeAtomically.js';

/** The files of a run folder. The folder of an evaluation has only the last four. */
export const runFiles = {
  recipe: 'recipe.json',
  split: 'split.json',
  history: 'history.csv',
  enrollment: 'enrollment.csv',
  dimensions: 'dimensions.csv',
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

/** The file in `checkpoints` by which an interrupted run is recognized. */
export const runMark = 'run.json';

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
 * Checks, before hours of work, that results can be written here, and locks the folder. A missing folder is created; an
 * existing one must be empty or contain an earlier result of the same kind, which is not changed yet. Temporary files of
 * a killed process are deleted.
 *
 * @throws {SerError} `out-not-empty` if it contains anything else, `out-not-writable` if it is not a folder or is not
 *   writable, `out-in-use` if another process writes to it
 */
export async function claimRunFolder(folder: string, kind: keyof typeof marks): Promise<FolderLock> {
  const { has, lacks } = marks[kind];
  return claimFolder(folder, kind, async (entries) => {
    const holds = (file: RunFile) => entries.includes(runFiles[file]);
    const isInterrupted = kind === 'run' && (await hasUnfinishedRun(folder));
    return isInterrupted || (has.every(holds) && !lacks.some(holds));
  });
}

/**
 * As `claimRunFolder`, for any kind of folder.
 *
 * @param kind what it may contain: `search`
 * @param isOurs whether a folder with these entries contains that
 */
export async function claimFolder(
  folder: string,
  kind: string,
  isOurs: (entries: readonly string[]) => boolean | Promise<boolean>,
): Promise<FolderLock> {
  const names = await entriesOf(folder);
  const entries = names.filter((name) => name !== lockFile && !isTemporaryName(name));
  if (entries.length > 0 && !(await isOurs(entries))) refuse(folder, kind, entries);
  const lock = await FolderLock.acquire(folder);
  for (const name of names) if (isTemporaryName(name)) await rm(join(folder, name), { force: true });
  return lock;
}

/** Whether a folder contains a run that was interrupted. */
export async function hasUnfinishedRun(folder: string): Promise<boolean> {
  const path = join(folder, runFiles.checkpoints, runMark);
  return access(path).then(
    () => true,
    () => false,
  );
}

function refuse(folder: string, kind: string, entries: readonly string[]): never {
  throw new ExperimentError(
    'out-not-empty',
    `\`out\` must be a new or empty folder, or one with an earlier ${kind}; got \`${folder}\`, which contains ` +
      `${entries.slice(0, 3).join(', ')}${entries.length > 3 ? ', …' : ''}. Choose another folder.`,
    { file: folder },
  );
}

/** Deletes the files of an earlier result, so that old and new results do not mix. Other files are kept. */
export async function clearRunFolder(folder: string, { except }: { except?: RunFile } = {}): Promise<void> {
  const files = Object.entries(runFiles).filter(([file]) => file !== except);
  for (const [, name] of files) await rm(join(folder, name), { recursive: true, force: true });
}

/** Writes a file of a run folder atomically: a reader sees the old or the new content, never a part. */
export async function writeRunFile(
  folder: string,
  file: RunFile,
  text: string | Iterable<string>,
): Promise<void> {
  await writeAtomically(join(folder, runFiles[file]), text);
}

/** Reads a file of a run folder; `undefined` if it does not exist. */
export async function readRunFile(folder: string, file: RunFile): Promise<string | undefined> {
  return (await readIfExists(join(folder, runFiles[file])))?.toString('utf8');
}

/** JSON as in the run folder: indented by two spaces, with a line feed at the end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The names in a folder to write to; a missing folder is created. */
async function entriesOf(folder: string): Promise<readonly string[]> {
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
