import { access, constants, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ExperimentError } from './errors.js';

/** The files of a run folder. An evaluation's folder has only the last three. */
export const runFiles = {
  recipe: 'recipe.json',
  split: 'split.json',
  history: 'history.csv',
  model: 'model',
  predictions: 'predictions.csv',
  metrics: 'metrics.json',
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
 * @throws {ExperimentError} `out-not-empty` when it holds anything else, `out-not-writable` when it is no
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
  const path = join(folder, runFiles[file]);
  const temporary = join(dirname(path), `.${runFiles[file]}.${process.pid}.part`);
  await writeFile(temporary, text);
  await rename(temporary, path);
}

/** JSON as the run folder keeps it: two spaces, a line feed at the end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function entriesOf(folder: string): Promise<readonly string[]> {
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
