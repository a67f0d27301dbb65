import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual as isEqual } from 'node:util';
import { createFeaturePlan, type FeaturePlan } from '@ser/dsp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { scan } from '../../src/data/scan.js';
import type { ClipResult, ClipJob, ClipWork } from '../../src/features/clipJob.js';
import { clipJob } from '../../src/features/clipJob.js';
import * as program from '../../src/features/threadProgram.js';
import { workClips } from '../../src/features/workClips.js';
import type { WorkOptions } from '../../src/features/workClips.js';
import type { RunEvent } from '../../src/progress/runEvent.js';
import { freshFolder, tinyCorpus, tinyJson } from '../tinyExperiment.js';

const { features, labels } = tinyJson;
const frames = { ...features, segment: undefined };
const speeds = { variants: [[{ name: 'speed', rate: 0.8 }], [{ name: 'speed', rate: 1.3 }]] } as const;
let corpus: string;
/** Enough clips to use threads; the last file does not exist. */
let jobs: readonly ClipJob[];

beforeAll(async () => {
  corpus = await tinyCorpus();
  const listing = await scan({ corpora: ['ravdess'], labels, data: [{ corpus: 'ravdess', folder: corpus }] });
  const clips = listing.utterances.map((utterance, index) => clipJob(listing, utterance, index));
  jobs = [...Array.from({ length: 8 }, () => clips).flat(), { ...clips[0]!, file: 'gone.wav' }];
});

afterAll(() => rm(dirname(corpus), { recursive: true }));

async function resultsOf(work: ClipWork, options: WorkOptions): Promise<readonly ClipResult[]> {
  const answers = [];
  for await (const answer of workClips(work, jobs, options)) answers.push(answer);
  return answers;
}

describe('workClips', () => {
  it.each([
    ['clips', { features }],
    ['copies', { features, augmentation: { variants: [[{ name: 'noise', snr: [0, 20] }]] } } as const],
  ])('gives the same features of %s in threads as in the main thread, bit for bit, in order', async (_, work) => {
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent) => void events.push(event);
    const here = await resultsOf(work, { workers: 1 });
    expect(await resultsOf(work, { workers: 3, onEvent })).toEqual(here);
    expect(events).toEqual([]);
    expect(here.at(-1)).toEqual([expect.objectContaining({ code: 'file-not-found' })]);
  });

  it('reads cached features, and computes those of changed files', async () => {
    const cache = await freshFolder();
    const work = { features, augmentation: { variants: [[{ name: 'noise', snr: 10 }]] }, cache } as const;
    const first = await resultsOf(work, { workers: 1 });
    const kept = (await readdir(cache, { recursive: true })).filter((name) => name.endsWith('.f32'));
    expect(kept).toHaveLength(jobs.length / 8 - 1 / 8); // each clip once, and none of the file that is not there
    const touched = join(cache, kept[0]!);
    await writeFile(touched, (await readFile(touched)).fill(0));
    const again = await resultsOf(work, { workers: 2 });
    expect(again.filter((answer, index) => !isEqual(answer, first[index]!))).toHaveLength(8);
    await truncate(touched, 4);
    expect(await resultsOf(work, { workers: 1 })).toEqual(first);
  });

  it.each([
    ['frames of clips that differ in length', { features: frames }],
    ['copies that differ in length', { features: frames, augmentation: speeds }],
  ])('reads cached %s', async (_, work) => {
    const cache = await freshFolder();
    const first = await resultsOf({ ...work, cache }, { workers: 1 });
    const compute = vi.spyOn(Object.getPrototypeOf(createFeaturePlan(features)) as FeaturePlan, 'extract');
    expect(await resultsOf({ ...work, cache }, { workers: 1 })).toEqual(first);
    expect(compute).not.toHaveBeenCalled();
    compute.mockRestore();
    expect(new Set(first.flat().map((block) => (block as Float32Array).length)).size).toBeGreaterThan(2);
  });

  it.each([
    ['other features', { features: { ...features, segment: { duration: 0.5 } } }],
    ['copies', { features, augmentation: { variants: [[{ name: 'gain', decibels: 6 }]] } } as const],
  ])('caches %s separately', async (_, other) => {
    const cache = await freshFolder();
    await resultsOf({ features, cache }, { workers: 1 });
    expect(await resultsOf({ ...other, cache }, { workers: 1 })).toEqual(
      await resultsOf(other, { workers: 1 }),
    );
  });

  it('uses the main thread, with a warning, if worker threads cannot be started', async () => {
    const broken = { file: new URL('file:///nowhere/thread.mjs'), execArgv: [] };
    const threads = vi.spyOn(program, 'threadProgram').mockReturnValue(broken);
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent) => void events.push(event);
    const answers = await resultsOf({ features }, { workers: 2, onEvent });
    threads.mockRestore();
    expect(answers).toEqual(await resultsOf({ features }, { workers: 1 }));
    expect(events[0]).toMatchObject({
      type: 'warning',
      code: 'workers-unavailable',
      message: expect.stringContaining('Worker threads are unavailable; using the main thread.'),
    });
  });

  it('ends its threads when the caller stops', async () => {
    const answers = workClips({ features }, jobs, { workers: 2 });
    await answers.next();
    await expect(answers.return(undefined)).resolves.toEqual({ done: true, value: undefined });
  });
});
