import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ClipAnswer, ClipJob, ClipWork } from '../src/clipFeatures/clipJob.js';
import { clipJob } from '../src/clipFeatures/clipJob.js';
import * as program from '../src/clipFeatures/threadProgram.js';
import { workClips } from '../src/clipFeatures/workClips.js';
import type { WorkOptions } from '../src/clipFeatures/workClips.js';
import type { RunEvent } from '../src/runEvent.js';
import { scan } from '../src/scan.js';
import { tinyCorpus, tinyRecipe } from './tinyExperiment.js';

const { features, labels } = tinyRecipe;
let corpus: string;
/** So many that threads are worth their while, one of them of a file that is not there. */
let jobs: readonly ClipJob[];

beforeAll(async () => {
  corpus = await tinyCorpus();
  const listing = await scan({ corpora: ['ravdess'], labels, data: [{ corpus: 'ravdess', folder: corpus }] });
  const clips = listing.utterances.map((utterance, index) => clipJob(listing, utterance, index));
  jobs = [...Array.from({ length: 8 }, () => clips).flat(), { ...clips[0]!, file: 'gone.wav' }];
});

afterAll(() => rm(dirname(corpus), { recursive: true }));

async function answersOf(work: ClipWork, options: WorkOptions): Promise<readonly ClipAnswer[]> {
  const answers = [];
  for await (const answer of workClips(work, jobs, options)) answers.push(answer);
  return answers;
}

describe('workClips', () => {
  it.each([
    ['clips', { features }],
    ['copies', { features, augmentation: { variants: [[{ name: 'noise', snr: [0, 20] }]] } } as const],
  ])('gives the same features of %s in threads as here, bit for bit, in order', async (_, work) => {
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent) => void events.push(event);
    const here = await answersOf(work, { workers: 1 });
    expect(await answersOf(work, { workers: 3, onEvent })).toEqual(here);
    expect(events).toEqual([]);
    expect(here.at(-1)).toEqual([expect.objectContaining({ code: 'file-not-found' })]);
  });

  it('does the work here, with a warning, where threads cannot be started', async () => {
    const broken = { file: new URL('file:///nowhere/thread.mjs'), execArgv: [] };
    const threads = vi.spyOn(program, 'threadProgram').mockReturnValue(broken);
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent) => void events.push(event);
    const answers = await answersOf({ features }, { workers: 2, onEvent });
    threads.mockRestore();
    expect(answers).toEqual(await answersOf({ features }, { workers: 1 }));
    expect(events[0]).toMatchObject({
      type: 'warning',
      code: 'workers-unavailable',
      message: expect.stringContaining('so this one does'),
    });
  });

  it('leaves no thread behind when its caller stops', async () => {
    const answers = workClips({ features }, jobs, { workers: 2 });
    await answers.next();
    await expect(answers.return(undefined)).resolves.toEqual({ done: true, value: undefined });
  });
});
