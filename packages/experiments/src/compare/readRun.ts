import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { ExperimentError } from '../errors.js';
import { csvTable } from '../files/csvTable.js';
import { readRunFile, runFiles, type RunFile } from '../files/runFolder.js';

/** The parts of a run folder that are compared. */
export interface ReadRun {
  /** The folder as given. */
  readonly folder: string;
  readonly metrics: RunFigures;
  readonly clips: readonly TestedClip[];
}

/** A row of `predictions.csv`. */
export interface TestedClip {
  /** `ravdess/Actor_01/03-01-05-01-01-01-01.wav`; ` (2)` is appended if a clip is tested again. */
  readonly id: string;
  /** `ravdess/01` */
  readonly speaker: string;
  readonly actual: string;
  readonly predicted: string;
}

const share = z.number().nullable();
const figures = z.object({ accuracy: z.number(), uar: z.number(), macroF1: z.number() });
const ofLabel = z.object({
  label: z.string(),
  precision: share,
  recall: share,
  f1: share,
  support: z.number(),
});

/** The parts of `metrics.json` that are used, of a run, an evaluation, or a source's split. */
const runFigures = z.object({
  recipe: z.string(),
  protocol: z.string(),
  speakerIndependent: z.boolean(),
  synthetic: z.boolean(),
  labels: z.array(z.string()).min(1),
  chance: z.number(),
  pooled: figures,
  interval: z.object({ low: share, high: share, confidence: z.number() }).nullable(),
  perClass: z.array(ofLabel),
  normalization: z.object({ sentence: z.string() }).optional(),
  skipped: z.array(z.object({ corpus: z.string(), path: z.string() })).default([]),
});

export type RunFigures = z.infer<typeof runFigures>;

/**
 * Reads `metrics.json` and `predictions.csv` of a run folder.
 *
 * @param cwd the folder that a relative `folder` is resolved against
 * @throws {SerError} `not-a-run` if one of them is missing or invalid
 */
export async function readRun(folder: string, cwd: string): Promise<ReadRun> {
  const read = (file: RunFile) => textOf(folder, resolve(cwd, folder), file);
  const metrics = parseMetrics(folder, await read('metrics'));
  const clips = clipsOf(csvTable(await read('predictions')));
  const whole = clips.every(({ speaker, actual, predicted }) => speaker !== '/' && actual && predicted);
  if (clips.length === 0 || !whole) {
    throw notARun(folder, `its \`${runFiles.predictions}\` is not a table of predictions`);
  }
  return { folder, metrics, clips };
}

/** Short but unique names of run folders: `cnn`, `cnn/source`, or the folders as given. */
export function namesOf(folders: readonly string[]): readonly string[] {
  const names = folders.map((folder) => {
    const path = resolve(folder);
    const own = basename(path);
    return own === runFiles.source || own === 'run' ? `${basename(dirname(path))}/${own}` : own;
  });
  return new Set(names).size === names.length ? names : folders;
}

async function textOf(folder: string, path: string, file: RunFile): Promise<string> {
  const text = await readRunFile(path, file).catch(() => undefined);
  if (text !== undefined) return text;
  throw notARun(folder, `it has no \`${runFiles[file]}\``);
}

function parseMetrics(folder: string, text: string): RunFigures {
  const { data, success } = runFigures.safeParse(parseJson(text));
  if (success) return data;
  throw notARun(folder, `its \`${runFiles.metrics}\` is not from a run of this version`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function clipsOf(rows: readonly Readonly<Record<string, string>>[]): readonly TestedClip[] {
  const times = new Map<string, number>();
  return rows.map(({ corpus = '', path = '', speaker = '', actual = '', predicted = '' }) => {
    const clip = `${corpus}/${path}`;
    const time = (times.get(clip) ?? 0) + 1;
    times.set(clip, time);
    const id = time === 1 ? clip : `${clip} (${time})`;
    return { id, speaker: `${corpus}/${speaker}`, actual, predicted };
  });
}

function notARun(folder: string, why: string): ExperimentError {
  const file = join(folder, runFiles.metrics);
  return new ExperimentError(
    'not-a-run',
    `The folder of a finished run is required; got \`${folder}\`: ${why}. Use the \`--out\` of \`ser train\` or \`ser evaluate\`.`,
    { file },
  );
}
