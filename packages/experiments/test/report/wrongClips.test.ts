import { describe, expect, it } from 'vitest';
import { mostWrong, wrongClips } from '../../src/report/wrongClips.js';
import { labels, prediction } from '../sampleRun.js';

/** Answers `predicted` with a probability, and gives what is left to what is right. */
function answer(speaker: string, predicted: number, confidence: number) {
  const probabilities = new Float32Array(labels.length);
  probabilities[0] = 1 - confidence;
  probabilities[predicted] = confidence;
  return { ...prediction(speaker, labels[0]!, true), predicted, probabilities };
}

describe('mostWrong', () => {
  it('takes the wrong answers given with the highest probability, the surest first', () => {
    const clips = mostWrong([answer('01', 1, 0.6), answer('02', 0, 1), answer('03', 2, 0.9)]);
    expect(clips.map(({ prediction: { utterance } }) => utterance.speaker)).toEqual(['03', '01']);
    expect(clips[0]!.confidence).toBeCloseTo(0.9, 6);
    expect(clips[0]!.ofActual).toBeCloseTo(0.1, 6);
  });

  it('takes at most the given number, and orders equals by name', () => {
    const equals = ['03', '01', '02'].map((speaker) => answer(speaker, 1, 0.5));
    const speakers = mostWrong(equals, 2).map(({ prediction: { utterance } }) => utterance.speaker);
    expect(speakers).toEqual(['01', '02']);
  });
});

describe('wrongClips', () => {
  it('leaves the sound out where the recording is gone: a report does not fail for it', async () => {
    const listing = {
      corpora: [{ name: 'ravdess', folder: 'gone', title: 'RAVDESS', license: 'CC', synthetic: false }],
      utterances: [],
    };
    const [clip] = await wrongClips(listing, [answer('01', 1, 0.9)]);
    expect(clip).not.toHaveProperty('sound');
  });
});
