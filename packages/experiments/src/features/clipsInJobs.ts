import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { SerError } from '@ser/core';
import { copyId, segmentId } from '@ser/datasets';
import { Augmenter } from '@ser/dsp';
import { inOrder, type NewJob, type RunJobs } from '../executor/runJobs.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import type { ClipJob, ClipResult, ClipResults, ClipWork } from './clipJob.js';
import { type ResultsHeader, unpackResults } from './clipResults.js';

/** What a worker needs to compute the features of some clips. */
export interface ClipsTask {
  readonly work: ClipWork;
  readonly clips: readonly ClipJob[];
}

/** Clips per job: about a second of work, so that a job's overhead does not matter, and little is lost with it. */
export const clipsPerJob = 64;

/**
 * Has clips processed by an executor, and yields the results of each, one per work, in their order. Every work has jobs of
 * its own. A job that fails twice is repeated clip by clip: the clips that fail again are skipped.
 */
export async function* clipsInJobs(
  works: readonly ClipWork[],
  clips: readonly ClipJob[],
  jobs: RunJobs,
): AsyncGenerator<ClipResults> {
  const batches: ClipJob[][] = [];
  for (let start = 0; start < clips.length; start += clipsPerJob) {
    batches.push(clips.slice(start, start + clipsPerJob));
  }
  const digests = new FileDigests();
  const { ahead } = jobs.executor;
  const resultsOf = (batch: readonly ClipJob[]) =>
    Promise.all(works.map((work) => batchResults(work, batch, jobs, digests)));
  for await (const ofWorks of inOrder(batches, ahead, resultsOf)) {
    yield* ofWorks[0]!.map((_, clip) => ofWorks.map((results) => results[clip]!));
  }
}

/** The number of jobs for this many clips. */
export function nClipJobs(nClips: number): number {
  return Math.ceil(nClips / clipsPerJob);
}

async function batchResults(
  work: ClipWork,
  batch: readonly ClipJob[],
  jobs: RunJobs,
  digests: FileDigests,
): Promise<readonly ClipResult[]> {
  const job = await newJob(work, batch, jobs, digests);
  try {
    return unpackResults(await jobs.result<ResultsHeader>(job));
  } catch (error) {
    if (!(error instanceof SerError) || error.code !== 'job-failed') throw error;
    if (batch.length === 1) return [skippedCopies(work, batch[0]!, error.message)];
    jobs.expect(batch.length - 1); // one of them replaces the batch
    const each = await Promise.all(batch.map((clip) => batchResults(work, [clip], jobs, digests)));
    return each.flat();
  }
}

async function newJob(
  work: ClipWork,
  batch: readonly ClipJob[],
  jobs: RunJobs,
  digests: FileDigests,
): Promise<NewJob> {
  const { features, augmentation, keepSilent } = work;
  const contents: string[] = [];
  for (const { file } of batch) contents.push(await digests.of(file));
  const { locate } = jobs.executor;
  const clips = batch.map((clip) => (locate ? { ...clip, file: locate(clip.file) } : clip));
  const task: ClipsTask = { work, clips };
  return {
    kind: 'clips',
    ids: batch.map(({ corpus, path, ...part }) => `${corpus}/${segmentId(path, part)}`),
    contents,
    how: [features, augmentation, keepSilent, batch.map(({ seed = 0 }) => seed)],
    seed: batch[0]!.seed ?? 0,
    environment: jobs.featuresEnvironment,
    task,
  };
}

/** SHA-256 of recordings; that of the last file is kept, because a file may have many clips. */
class FileDigests {
  #last: { readonly file: string; readonly digest: Promise<string> } | undefined;

  of(file: string): Promise<string> {
    if (this.#last?.file !== file) this.#last = { file, digest: digestOfFile(file) };
    return this.#last.digest;
  }
}

/** A file that cannot be read here has no digest; the worker reports what is wrong with it. */
async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const block of createReadStream(file)) hash.update(block as Buffer);
  } catch {
    return 'unreadable';
  }
  return hash.digest('hex');
}

/** The results of a clip that no worker could process. */
function skippedCopies({ augmentation, features }: ClipWork, clip: ClipJob, message: string): ClipResult {
  const { corpus, path } = clip;
  const skipped = (at: string): SkippedClip => ({
    ...{ corpus, path: segmentId(at, clip), code: 'job-failed', message },
  });
  if (augmentation === undefined) return [skipped(path)];
  const { nVariants } = new Augmenter(augmentation, features.sampleRate);
  return Array.from({ length: nVariants }, (_, variant) => skipped(copyId(path, variant)));
}
