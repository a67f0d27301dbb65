import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Job } from '../executor/job.js';
import { isUrl } from '../executor/openStore.js';
import type { Written } from '../executor/store.js';
import { ExperimentError } from '../errors.js';
import { packResults } from '../features/clipResults.js';
import type { ClipJob, ClipResult } from '../features/clipJob.js';
import type { ClipsTask } from '../features/clipsInJobs.js';
import { ClipWorker } from '../features/clipWorker.js';
import type { ComputeOptions } from './jobComputer.js';

/** Computes the features of some clips. */
export async function computeClips(
  { key }: Pick<Job, 'key'>,
  { work, clips }: ClipsTask,
  { store, folder, onProgress }: ComputeOptions,
): Promise<Written> {
  const worker = new ClipWorker([work], () => undefined); // a damaged file of the cache is written again
  const downloads = new Downloads(folder);
  const results: ClipResult[] = [];
  try {
    for (const clip of clips) {
      const [result] = await worker.work({ ...clip, file: await downloads.fileOf(clip) });
      results.push(result!);
      onProgress?.({ done: results.length, total: clips.length });
    }
  } finally {
    await worker.close();
    await downloads.clear();
  }
  return store.finish(key, packResults(results));
}

/** Recordings behind URLs; the last one is kept, because a file may have many clips. */
class Downloads {
  readonly #parent: string;
  #last: { readonly url: string; readonly file: string; readonly folder: string } | undefined;

  constructor(parent: string) {
    this.#parent = parent;
  }

  /** @throws {SerError} `store-unreachable` */
  async fileOf({ file }: ClipJob): Promise<string> {
    if (!isUrl(file)) return file;
    if (this.#last?.url === file) return this.#last.file;
    await this.clear();
    const folder = await mkdtemp(join(this.#parent, 'ser-clip-'));
    const copy = join(folder, `clip${extname(new URL(file).pathname)}`);
    this.#last = { url: file, file: copy, folder };
    const bytes = await download(file);
    if (bytes) await writeFile(copy, bytes); // if there is none, reading it reports that
    return copy;
  }

  async clear(): Promise<void> {
    if (this.#last) await rm(this.#last.folder, { recursive: true, force: true });
    this.#last = undefined;
  }
}

/** The bytes behind a URL; `undefined` if there is nothing. */
async function download(url: string): Promise<Uint8Array | undefined> {
  const authorization = process.env['SER_STORE_AUTHORIZATION'];
  const headers = authorization === undefined ? undefined : { authorization };
  try {
    const response = await fetch(url, headers && { headers });
    if (response.status === 404) return undefined;
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new Error(`status ${response.status}`);
  } catch (cause) {
    throw new ExperimentError(
      'store-unreachable',
      `Recordings must be readable from every worker; got an error for ${url}. Check the address and its permissions.`,
      { cause },
    );
  }
}
