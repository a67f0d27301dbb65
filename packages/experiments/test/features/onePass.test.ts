import { rm } from 'node:fs/promises';
import { Augmenter, type AugmentationDescription, createFeaturePlan, type FeaturePlan } from '@ser/dsp';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/executor/openStore.js';
import { RunJobs } from '../../src/executor/runJobs.js';
import type { Listing } from '../../src/data/listing.js';
import * as reader from '../../src/data/readUsableClip.js';
import { scan } from '../../src/data/scan.js';
import { augmentMembers } from '../../src/features/augmentMembers.js';
import { type ClipJob, clipJob, type ClipWork } from '../../src/features/clipJob.js';
import { ClipWorker } from '../../src/features/clipWorker.js';
import type { ExtractedClips } from '../../src/features/extractedClips.js';
import { extractMembers } from '../../src/features/extractMembers.js';
import type { WorkOptions } from '../../src/features/workClips.js';
import { inlineExecutor } from '../../src/worker/localExecutors.js';
import { freshFolder, tinyCorpus } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

const { features: mfcc, labels } = tinyJson;
const means = { ...mfcc, functionals: ['mean'] } as const;
const mel = { sampleRate: 16000, features: [{ name: 'logMel', nMels: 8 }], functionals: ['max'] } as const;
const speeds = { variants: [[{ name: 'speed', rate: 0.9 }], [{ name: 'speed', rate: [1.1, 1.2] }]] } as const;
const noise = { variants: [[{ name: 'noise', snr: [5, 20] }]] } as const;

const read = vi.spyOn(reader, 'readUsableClip');
const copy = vi.spyOn(Augmenter.prototype, 'apply');
const compute = vi.spyOn(Object.getPrototypeOf(createFeaturePlan(mfcc)) as FeaturePlan, 'extract');
afterEach(() => void vi.clearAllMocks());

let listing: Listing;
/** A clip, with a seed for its copies. */
let job: ClipJob;

beforeAll(async () => {
  const data = [{ corpus: 'ravdess', folder: await tinyCorpus() }];
  const all = await scan({ corpora: ['ravdess'], labels, data });
  listing = { ...all, utterances: all.utterances.slice(0, 6) };
  job = clipJob(listing, listing.utterances[0]!, 7);
});

/** The features of all members, with copies of two clips. */
async function prepare(
  members: readonly (Pick<ClipWork, 'features'> & { readonly augmentation?: AugmentationDescription })[],
  options: WorkOptions = {},
): Promise<readonly ExtractedClips[]> {
  const descriptions = members.map(({ features }) => features);
  const extracted = await extractMembers(listing, descriptions, { ...options, maxUnreadable: 0 });
  return augmentMembers(listing, members, extracted, { ...options, seed: 1, rows: [1, 4] });
}

describe('the members of a recipe', () => {
  const members = [
    { features: mfcc, augmentation: speeds },
    { features: means, augmentation: speeds },
    { features: mel, augmentation: noise },
    { features: mel },
  ];

  it('read each recording once, and once more for all copies', async () => {
    await prepare(members);
    expect(read).toHaveBeenCalledTimes(6 + 2);
  });

  it('make each copy once', async () => {
    await prepare(members);
    expect(copy).toHaveBeenCalledTimes(2 * (2 + 1));
  });

  it('read no recordings if all features are in the cache', async () => {
    const cache = await freshFolder();
    const first = await prepare(members, { cache });
    vi.clearAllMocks();
    expect(await prepare(members, { cache })).toEqual(first);
    for (const spy of [read, copy, compute]) expect(spy).not.toHaveBeenCalled();
  });

  it('have the same features as alone, bit for bit', async () => {
    const together = await prepare(members);
    for (const [index, member] of members.entries()) {
      expect(together[index]).toEqual((await prepare([member]))[0]);
    }
  });

  it('have the same features from the jobs of an executor', async () => {
    const executor = inlineExecutor(openStore(await freshFolder()));
    const jobs = await RunJobs.begin(executor, {});
    expect(await prepare(members, { jobs })).toEqual(await prepare(members));
  });

  it('may have different sample rates', async () => {
    const high = { ...mfcc, sampleRate: 22050 };
    const together = await prepare([{ features: mfcc }, { features: high }]);
    expect(read).toHaveBeenCalledTimes(2 * 6);
    expect(together[1]).toEqual((await prepare([{ features: high }]))[0]);
  });
});

describe('ClipWorker', () => {
  const resultsOf = async (works: readonly ClipWork[], clip: ClipJob) => {
    const worker = new ClipWorker(works, (place) => expect.fail(place));
    const results = await worker.work(clip);
    await worker.close();
    return results;
  };

  it('computes only what is missing in the cache', async () => {
    const cache = await freshFolder();
    const works = [
      { features: mfcc, augmentation: speeds },
      { features: means, augmentation: speeds },
      { features: mel, augmentation: noise },
    ].map((work) => ({ ...work, cache }));
    const [first, second] = await resultsOf(works.slice(0, 2), job);
    vi.clearAllMocks();
    const all = await resultsOf(works, job);
    expect(all.slice(0, 2)).toEqual([first, second]);
    expect(compute).toHaveBeenCalledTimes(1);
    expect(read).toHaveBeenCalledTimes(1);
    await rm(cache, { recursive: true });
    expect(await resultsOf(works, job)).toEqual(all);
  });

  it('gives every description the reason why a clip cannot be read, after reading it once', async () => {
    const gone = { ...job, file: 'gone.wav' };
    const skipped = expect.objectContaining({ path: job.path, code: 'file-not-found' });
    const works = [{ features: mfcc }, { features: mel, augmentation: speeds }];
    expect(await resultsOf(works, gone)).toEqual([[skipped], [skipped, skipped]]);
    expect(read).toHaveBeenCalledTimes(1);
  });
});
