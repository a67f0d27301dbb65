import { readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual as isEqual } from 'node:util';
import { writeWav } from '@ser/audio-io/node';
import { createFeaturePlan, type FeaturePlan } from '@ser/dsp';
import * as encoder from '@ser/encoder';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { scan } from '../../src/data/scan.js';
import { type ClipResult, type ClipJob, type ClipWork, clipJob } from '../../src/features/clipJob.js';
import * as program from '../../src/features/threadProgram.js';
import { workClips, type WorkOptions } from '../../src/features/workClips.js';
import type { RunEvent } from '../../src/progress/runEvent.js';
import { freshFolder, tinyCorpus } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

const { features, labels } = tinyJson;
const frames = { ...features, segment: undefined };
/** The speech encoder, and features of @ser/dsp beside it. */
const withEncoder = {
  sampleRate: 16000,
  features: [
    { name: 'functionals', groups: ['energy'] },
    { name: 'encoder', layers: [1] },
  ],
} as const;
const speeds = { variants: [[{ name: 'speed', rate: 0.8 }], [{ name: 'speed', rate: 1.3 }]] } as const;
/** Some clips; the last file does not exist. */
let jobs: readonly ClipJob[];
/** Enough clips for two threads. */
let manyJobs: readonly ClipJob[];

beforeAll(async () => {
  const corpus = await tinyCorpus();
  const listing = await scan({ corpora: ['ravdess'], labels, data: [{ corpus: 'ravdess', folder: corpus }] });
  const clips = listing.utterances.map((utterance, index) => clipJob(listing, utterance, index));
  jobs = [...clips.slice(0, 12), { ...clips[0]!, file: 'gone.wav' }];
  manyJobs = [...Array.from({ length: 25 }, () => clips.slice(0, 12)).flat(), jobs.at(-1)!];
});

/** Two clips of 0.1 s. */
async function shortClips(): Promise<readonly ClipJob[]> {
  const folder = await freshFolder();
  const tones = [200, 500].map(async (frequency) => {
    const step = (2 * Math.PI * frequency) / 16000;
    const samples = Float32Array.from({ length: 1600 }, (_, i) => 0.3 * Math.sin(step * i));
    const path = `${frequency}.wav`;
    await writeWav(join(folder, path), { samples, sampleRate: 16000 });
    return { corpus: 'ravdess', path, file: join(folder, path) };
  });
  return Promise.all(tones);
}

async function resultsOf(work: ClipWork, options: WorkOptions, of = jobs): Promise<readonly ClipResult[]> {
  const results = [];
  for await (const [result] of workClips([work], of, options)) results.push(result!);
  return results;
}

describe('workClips', () => {
  it('gives the same features in threads as in the main thread, bit for bit, in order', async () => {
    const work = { features, augmentation: { variants: [[{ name: 'noise', snr: [0, 20] }]] } } as const;
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent) => void events.push(event);
    const inMainThread = await resultsOf(work, { workers: 1 }, manyJobs);
    expect(await resultsOf(work, { workers: 2, onEvent }, manyJobs)).toEqual(inMainThread);
    expect(events).toEqual([]);
    expect(inMainThread.at(-1)).toEqual([expect.objectContaining({ code: 'file-not-found' })]);
  });

  it('runs a speech encoder in each thread, bit for bit as in the main thread', async () => {
    const short = await shortClips();
    const many = Array.from({ length: 150 }, () => short).flat();
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent) => void events.push(event);
    const inThreads = await resultsOf({ features: withEncoder }, { workers: 2, onEvent }, many);
    expect(events).toEqual([]);
    const [first, second] = await resultsOf({ features: withEncoder }, { workers: 1 }, short);
    expect(first).not.toEqual(second);
    inThreads.forEach((result, i) => expect(isEqual(result, i % 2 === 0 ? first : second)).toBe(true));
  });

  it('runs a speech encoder on augmented copies', async () => {
    const [copies] = await resultsOf({ features: withEncoder, augmentation: speeds }, {}, jobs.slice(0, 1));
    const { nFeatures } = createFeaturePlan(withEncoder);
    expect(copies!.map((row) => (row as Float32Array).length)).toEqual([nFeatures, nFeatures]);
    expect(copies![0]).not.toEqual(copies![1]);
  });

  it('reads cached features of a speech encoder without opening it again', async () => {
    const open = vi.spyOn(encoder, 'openFeatures');
    const work = { features: withEncoder, cache: await freshFolder() };
    const first = await resultsOf(work, {}, jobs.slice(0, 3));
    expect(await resultsOf(work, {}, jobs.slice(0, 3))).toEqual(first);
    expect(open).toHaveBeenCalledTimes(1);
    open.mockRestore();
  });

  it('reads cached features, and computes those of damaged files again, with a warning', async () => {
    const cache = await freshFolder();
    const work = { features, augmentation: { variants: [[{ name: 'noise', snr: 10 }]] }, cache } as const;
    const first = await resultsOf(work, { workers: 1 });
    const cached = (await readdir(cache, { recursive: true })).filter((name) => name.endsWith('.f32'));
    expect(cached).toHaveLength(12); // none for the file that does not exist
    const touched = join(cache, cached[0]!);
    const damage = [
      async () => writeFile(touched, (await readFile(touched)).fill(0)),
      () => truncate(touched, 4),
      async () =>
        writeFile(
          touched,
          (await readFile(touched)).map((byte, i) => (i === 5 ? byte ^ 1 : byte)),
        ),
    ];
    for (const damages of damage) {
      await damages();
      const events: RunEvent[] = [];
      const onEvent = (event: RunEvent) => void events.push(event);
      expect(await resultsOf(work, { workers: 1, onEvent })).toEqual(first);
      expect(events).toEqual([
        {
          type: 'warning',
          code: 'cache-damaged',
          message: `\`${touched}\` in the cache is damaged; its features are computed again.`,
        },
      ]);
    }
    expect(await resultsOf(work, { onEvent: (event) => expect.fail(event.type) })).toEqual(first);
  });

  it('shares a cache between threads, and between runs at the same time', async () => {
    const work = { features, cache: await freshFolder() };
    const plain = await resultsOf({ features }, {}, manyJobs);
    const both = [1, 2].map((workers) => resultsOf(work, { workers }, manyJobs));
    for (const results of await Promise.all(both)) expect(results).toEqual(plain);
    const [touched] = (await readdir(work.cache, { recursive: true })).filter((name) =>
      name.endsWith('.f32'),
    );
    await truncate(join(work.cache, touched!), 0);
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent) => void events.push(event);
    expect(await resultsOf(work, { workers: 2, onEvent }, manyJobs)).toEqual(plain);
    expect(events[0]).toMatchObject({ type: 'warning', code: 'cache-damaged' });
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
    const results = await resultsOf({ features }, { workers: 2, onEvent }, manyJobs);
    threads.mockRestore();
    expect(results).toEqual(await resultsOf({ features }, { workers: 1 }, manyJobs));
    expect(events[0]).toMatchObject({
      type: 'warning',
      code: 'workers-unavailable',
      message: expect.stringContaining('Worker threads are unavailable; using the main thread.'),
    });
  });

  it('ends its threads when the caller stops', async () => {
    const results = workClips([{ features }], manyJobs, { workers: 2 });
    await results.next();
    await expect(results.return(undefined)).resolves.toEqual({ done: true, value: undefined });
  });
});
