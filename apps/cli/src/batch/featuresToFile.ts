import { extname, resolve } from 'node:path';
import type { FeatureDescription, Features } from '@ser/dsp';
import type { CommandIo } from '../commandIo.js';
import type { Executor } from '@ser/experiments/executor';
import { exitCode } from '../exitCode.js';
import { describeFailure, type Failure } from '../failure.js';
import { inputPath } from '../inputFiles.js';
import { failureLine } from '../eachFile.js';
import { fromCwd } from '../fromCwd.js';
import { ReportedFailure } from '../reportedFailure.js';
import { writeJson } from '../show/json.js';
import { printable } from '../show/printable.js';
import { startProgress } from '../show/progress.js';
import { UsageError } from '../usageError.js';
import { openSource, readClipOf } from './clipFeatures.js';
import { type FeatureRow, writeFeatureTable } from './featureTable.js';
import type { InputClip, InputClips } from './inputClips.js';

export interface WriteTableOptions {
  readonly out: string;
  readonly json: boolean;
  /** Computes on other machines. @default this machine */
  readonly executor?: Executor | undefined;
}

type FeaturesOrFailure = Features | { readonly failure: Failure };

async function* computedHere(
  io: CommandIo,
  clips: readonly InputClip[],
  description: FeatureDescription,
): AsyncGenerator<FeaturesOrFailure> {
  const source = await openSource(io, description);
  try {
    for (const clip of clips) {
      io.signal.throwIfAborted();
      try {
        yield await source.extract(await readClipOf(io, clip, description));
      } catch (error) {
        const failure = describeFailure(error);
        if (io.signal.aborted || failure.code === 'bug' || error instanceof UsageError) throw error;
        yield { failure };
      }
    }
  } finally {
    await source.close?.();
  }
}

async function* computedElsewhere(
  io: CommandIo,
  clips: readonly InputClip[],
  description: FeatureDescription,
  executor: Executor,
): AsyncGenerator<FeaturesOrFailure> {
  const { featuresInJobs } = await import('@ser/experiments/executor');
  const files = [];
  for (const { file, path, start, end } of clips) {
    files.push({ file: resolve(io.cwd, await inputPath(io, path ?? file)), start, end });
  }
  for await (const result of featuresInJobs(files, description, { executor, signal: io.signal })) {
    if ('data' in result) yield result;
    else yield { failure: { exitCode: exitCode.failed, code: result.code, message: result.message } };
  }
}

/** Computes the features of recordings and writes them as one table; recordings that fail are reported and left out. */
export async function writeTable(
  io: CommandIo,
  inputs: InputClips,
  description: FeatureDescription,
  { out, json, executor }: WriteTableOptions,
): Promise<void> {
  const { clips, fileColumn, nUnusableRows } = inputs;
  const columns = [fileColumn, ...inputs.columns];
  const collected = new Collected(columns, out);
  const progress = startProgress(io, 'features', clips.length);
  let failed = nUnusableRows;
  let done = 0;
  const results = executor
    ? computedElsewhere(io, clips, description, executor)
    : computedHere(io, clips, description);
  try {
    for await (const result of results) {
      const clip = clips[done++]!;
      if ('failure' in result) {
        failed++;
        io.stderr.write(failureLine({ file: clip.file, failure: result.failure }));
      } else collected.add(clip, result);
      progress.update(done);
    }
  } finally {
    progress.stop();
  }
  if (collected.rows.length > 0) await writeFeatureTable(fromCwd(io, out), { ...collected.table, columns });
  report(io, collected, { out, json, failed });
  if (failed > 0) throw new ReportedFailure();
}

function report(
  io: CommandIo,
  { rows, table: { names, nFrames } }: Collected,
  { out, json, failed }: { readonly out: string; readonly json: boolean; readonly failed: number },
): void {
  const shape = [rows.length, ...(nFrames === undefined ? [] : [nFrames]), names.length];
  if (json) writeJson(io, { out, shape, names, failed });
  else if (rows.length > 0) io.stdout.write(`${printable(out)}  [${shape.join(', ')}]\n`);
}

/** The rows so far, all of the same shape. */
class Collected {
  readonly rows: FeatureRow[] = [];
  readonly #columns: readonly string[];
  readonly #isNpy: boolean;
  #first: Features | undefined;

  constructor(columns: readonly string[], out: string) {
    this.#columns = columns;
    this.#isNpy = extname(out).toLowerCase() === '.npy';
  }

  get table() {
    const { names = [], nFrames = 1 } = this.#first ?? {};
    return { names, nFrames: nFrames > 1 ? nFrames : undefined, rows: this.rows };
  }

  /** @throws {UsageError} `invalid-option` for frames that do not fit into a table */
  add(clip: InputClip, features: Features): void {
    this.#first ??= features;
    const { nFrames } = features;
    if (nFrames > 1 && (!this.#isNpy || nFrames !== this.#first.nFrames)) {
      throw new UsageError(
        'invalid-option',
        `A table must have one row per recording, or as NPY the same number of frames; got ${nFrames} frames of \`${clip.file}\`. ` +
          'Add `functionals`, such as ["mean", "std"], or a `segment` to the features, or choose a folder as `--out`.',
      );
    }
    const [fileColumn, ...others] = this.#columns;
    const cells = { ...clip.cells, [fileColumn!]: clip.file };
    this.rows.push({
      cells: [fileColumn!, ...others].map((column) => cells[column] ?? ''),
      values: features.data,
    });
  }
}
