import { describe, expect, it } from 'vitest';
import { trainingLabels, voteShares } from '../../src/training/trainingLabels.js';
import { labels, utterance } from '../sampleRun.js';

describe('trainingLabels', () => {
  it('has nothing for clips without weights and votes', () => {
    expect(trainingLabels([utterance('01', 'sad')], labels)).toEqual({});
  });

  it('has a weight for each clip if one has it', () => {
    const clips = [{ ...utterance('01', 'sad'), weight: 2.5 }, utterance('01', 'happy')];
    expect(trainingLabels(clips, labels)).toEqual({ weights: Float64Array.of(2.5, 1) });
  });

  it('has the shares of the votes, and the label for a clip without votes', () => {
    const clips = [
      { ...utterance('01', 'sad'), votes: { sad: 3, happy: 1, bored: 6 } },
      utterance('01', 'angry'),
    ];
    expect(trainingLabels(clips, labels)).toEqual({
      softLabels: Float32Array.of(0, 0.25, 0.75, 0, 0, 0, 0, 1),
    });
  });
});

describe('voteShares', () => {
  it('is undefined without votes for the labels', () => {
    expect(voteShares({ bored: 3 }, labels)).toBeUndefined();
    expect(voteShares(undefined, labels)).toBeUndefined();
  });
});
