import { expect, it } from 'vitest';
import { scan } from '../../src/data/scan.js';
import { augmentMembers } from '../../src/features/augmentMembers.js';
import { extract } from '../../src/features/extract.js';
import type { RunEvent } from '../../src/progress/runEvent.js';
import type { Member } from '../../src/recipe/recipe.js';
import { tinyCorpus } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

it('augmentMembers makes the same copies once, and none for members without augmentation', async () => {
  const { features, labels } = tinyJson;
  const data = [{ corpus: 'ravdess', folder: await tinyCorpus() }];
  const all = await scan({ corpora: ['ravdess'], labels, data });
  const listing = { ...all, utterances: all.utterances.slice(0, 3) };
  const clips = await extract(listing, { features });
  const member = (augmentation?: Member['augmentation']) => ({
    features,
    ...(augmentation && { augmentation }),
  });
  const gain = { variants: [[{ name: 'gain', decibels: 6 }]] } as const;
  const members = [member(), member(gain), member(gain)];

  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent) => void events.push(event);
  const [plain, first, second] = await augmentMembers(listing, members, [clips, clips, clips], {
    ...{ seed: 1, rows: [1] },
    onEvent,
  });
  expect(plain).toBe(clips);
  expect(first!.utterances.map(({ id }) => id).slice(3)).toEqual([`${clips.utterances[1]!.id}#0`]);
  expect(second).toBe(first);
  expect(events).toEqual([{ type: 'augmented', done: 1, total: 1 }]);
});
