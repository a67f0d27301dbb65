import { describe, expect, it } from 'vitest';
import { sentences, makeSentence } from '../../src/synthesis/sentences.js';

describe('sentences', () => {
  it('are the two statements of RAVDESS', () => {
    expect(sentences.map(({ text }) => text)).toEqual([
      'Kids are talking by the door',
      'Dogs are sitting by the door',
    ]);
  });
});

describe('makeSentence', () => {
  it('reads accents and possible pauses', () => {
    expect(makeSentence('Ah, by', ["'AA", '|', 'B', ',AY']).sounds).toEqual([
      { phoneme: 'AA', accent: 1, mayPause: true },
      { phoneme: 'B', accent: 0, mayPause: false },
      { phoneme: 'AY', accent: 0.6, mayPause: false },
    ]);
  });
});
