import { readdir, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { createFeaturePlan, type FeaturePlan } from '@ser/dsp';
import { expect, it, vi } from 'vitest';
import { scan } from '../../../src/data/scan.js';
import { split } from '../../../src/data/split.js';
import type { RunEvent } from '../../../src/progress/runEvent.js';
import { sharedClips } from '../../../src/tune/worker/sharedClips.js';
import { freshFolder, tinyCorpus } from '../../tinyExperiment.js';
import { tinyRecipe } from '../../tinyRecipe.js';

it('reads the clips of another process, also if its file is damaged', async () => {
  const { labels, members, seed } = tinyRecipe;
  const data = [{ corpus: 'ravdess', folder: await tinyCorpus() }];
  const listing = await scan({ corpora: ['ravdess'], labels, data });
  const fold = split(listing, { split: tinyRecipe.split, seed }).folds[0]!;
  const folder = await freshFolder();
  const events: RunEvent[] = [];
  const options = { listing, fold, folder, onEvent: (event: RunEvent) => void events.push(event) };
  const first = await sharedClips(tinyRecipe, options);
  const compute = vi.spyOn(
    Object.getPrototypeOf(createFeaturePlan(members[0]!.features)) as FeaturePlan,
    'extract',
  );
  expect(await sharedClips(tinyRecipe, options)).toEqual(first);
  const [shared] = (await readdir(folder)).filter((name) => name.endsWith('.clips'));
  await truncate(join(folder, shared!), 1000);
  events.length = 0;
  expect(await sharedClips(tinyRecipe, options)).toEqual(first);
  expect(events[0]).toMatchObject({ type: 'warning', code: 'cache-damaged' });
  await rm(join(folder, shared!));
  expect(await sharedClips(tinyRecipe, options)).toEqual(first);
  expect(compute).not.toHaveBeenCalled(); // the features of each clip are cached
  compute.mockRestore();
});
