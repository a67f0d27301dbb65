import { makeSplit } from '@ser/datasets';
import { describe, expect, it } from 'vitest';
import { dataWarnings } from '../../src/data/dataWarnings.js';
import type { Member } from '../../src/recipe/recipe.js';
import { labels, utterance } from '../sampleRun.js';

const clips = ['01', '02', '03', '04'].flatMap((speaker) => labels.map((label) => utterance(speaker, label)));
const member = (kind: string) => ({ name: kind, classifier: { kind } }) as unknown as Member;

function warningsFor(utterances: typeof clips, ...kinds: readonly string[]): readonly string[] {
  const split = makeSplit(utterances, { kind: 'speaker' }, { seed: 1 });
  return dataWarnings({ corpora: [], utterances }, labels, split, kinds.map(member));
}

describe('dataWarnings', () => {
  const weighted = clips.map((clip) => ({ ...clip, weight: 2 }));
  const voted = clips.map((clip) => ({ ...clip, votes: { [clip.emotion]: 3 } }));

  it('are empty when training uses everything', () => {
    expect(warningsFor(clips, 'cnn1d')).toEqual([]);
    expect(warningsFor(weighted, 'ridge', 'logisticRegression')).toEqual([]);
    expect(warningsFor(voted, 'ridge', 'kernelRidge')).toEqual([]);
  });

  it('name the members that do not use weights', () => {
    expect(warningsFor(weighted, 'ridge', 'cnn1d')).toEqual([
      'Training of cnn1d does not use the `weight` column: only classifiers without epochs do.',
    ]);
  });

  it('name the members that do not use votes', () => {
    expect(warningsFor(voted, 'ridge', 'linearSvm')).toEqual([
      'Training of linearSvm uses the labels, not the votes: only ridge and kernel ridge use votes.',
    ]);
  });
});
