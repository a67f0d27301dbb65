import { writeFile } from 'node:fs/promises';
import { encodeWav } from '@ser/audio-io';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileOf, type Listing } from '../../src/data/listing.js';
import { scan } from '../../src/data/scan.js';
import { extract } from '../../src/features/extract.js';
import { extractMembers } from '../../src/features/extractMembers.js';
import type { RunEvent } from '../../src/progress/runEvent.js';
import { tinyCorpus } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

const { features: padded, labels } = tinyJson;
/** Needs 2048 samples, where `padded` fills up with zeros. */
const unpadded = {
  sampleRate: 16000,
  features: [{ name: 'mfcc', nMfcc: 2, center: false }],
  functionals: ['mean'],
} as const;

let listing: Listing;

/** Six clips, of which the third is a sixteenth of a second long. */
beforeAll(async () => {
  const data = [{ corpus: 'ravdess', folder: await tinyCorpus() }];
  const all = await scan({ corpora: ['ravdess'], labels, data });
  listing = { ...all, utterances: all.utterances.slice(0, 6) };
  const samples = Float32Array.from({ length: 1000 }, (_, i) => Math.sin(i));
  await writeFile(fileOf(listing, listing.utterances[2]!), encodeWav({ samples, sampleRate: 16000 }));
});

describe('extractMembers', () => {
  it('of one description is what extract gives', async () => {
    const [only] = await extractMembers(listing, [padded], { maxUnreadable: 0 });
    expect(only).toEqual(await extract(listing, { features: padded }));
  });

  it('leaves a clip that one description cannot do out of all: a row is the same clip in each', async () => {
    const [first, second] = await extractMembers(listing, [padded, unpadded], { maxUnreadable: 0.2 });
    const kept = listing.utterances.filter((_, i) => i !== 2);
    expect(first!.utterances).toEqual(kept);
    expect(second!.utterances).toEqual(kept);
    const alone = { ...listing, utterances: kept };
    expect(first!.data).toEqual((await extract(alone, { features: padded })).data);
    expect(second!.data).toEqual((await extract(alone, { features: unpadded })).data);
    for (const { skipped } of [first!, second!]) {
      expect(skipped).toMatchObject([{ path: listing.utterances[2]!.path, code: 'clip-too-short' }]);
    }
  });

  it('computes equal descriptions once', async () => {
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent) => void events.push(event);
    const [first, second] = await extractMembers(listing, [padded, { ...padded }], {
      maxUnreadable: 0,
      onEvent,
    });
    expect(second).toBe(first);
    expect(events.filter(({ type }) => type === 'extracted')).toHaveLength(6);
  });

  it('counts the clips that any of them cannot do', async () => {
    await expect(extractMembers(listing, [padded, unpadded], { maxUnreadable: 0.1 })).rejects.toMatchObject({
      code: 'too-many-unreadable',
    });
  });
});
