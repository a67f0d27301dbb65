import { DatasetError } from '@ser/datasets';
import { describe, expect, it } from 'vitest';
import { split } from '../src/split.js';
import { labels, utterance } from './sampleRun.js';

const utterances = ['01', '02', '03', '04'].flatMap((speaker) =>
  labels.map((label) => utterance(speaker, label)),
);
const listing = { corpora: [], utterances };

describe('split', () => {
  it('is the same for the same listing and seed, in whatever order the clips come', () => {
    const recipe = { split: { kind: 'speaker' } as const, seed: 3 };
    expect(split({ corpora: [], utterances: [...utterances].reverse() }, recipe)).toEqual(
      split(listing, recipe),
    );
  });

  it('refuses a leak: one recording under two speakers', () => {
    const copied = utterances.map((clip) => ({ ...clip, recording: 'ravdess/one' }));
    const leaking = () => split({ corpora: [], utterances: copied }, { split: { kind: 'speaker' }, seed: 1 });
    expect(leaking).toThrow(DatasetError);
    expect(leaking).toThrow(expect.objectContaining({ code: 'leak' }));
  });
});
