import { findCorpus, parseFiles } from '@ser/datasets';
import { describe, expect, it } from 'vitest';
import { planSyntheticCorpus } from '../../src/corpus/syntheticCorpusPlan.js';

const ravdess = findCorpus('ravdess');

describe('planSyntheticCorpus', () => {
  const plan = planSyntheticCorpus({
    speakers: 24,
    emotions: ['neutral', 'happy', 'sad', 'angry', 'fear'],
    repetitions: 2,
  });

  it('names its first clip like the first neutral one of RAVDESS', () => {
    expect(plan[0]).toEqual({
      file: 'Actor_01/03-01-01-01-01-01-01.wav',
      speaker: 1,
      emotion: 'neutral',
      intensity: 'normal',
      statement: 1,
      repetition: 1,
    });
  });

  it('has four neutral clips per speaker, and eight of each other emotion', () => {
    const count = (emotion: string) =>
      plan.filter((clip) => clip.speaker === 2 && clip.emotion === emotion).length;
    expect(['neutral', 'happy', 'sad', 'angry', 'fear'].map(count)).toEqual([4, 8, 8, 8, 8]);
  });

  it('is read correctly by the RAVDESS parser', () => {
    const files = plan.map(({ file }) => file);
    expect(parseFiles(ravdess, files).irregular).toEqual([]);
    for (const utterance of files.map((file) => ravdess.parse(file)!)) {
      const clip = plan.find(({ file }) => file === utterance.path)!;
      expect(utterance).toMatchObject({
        emotion: clip.emotion,
        intensity: clip.intensity,
        sex: clip.speaker % 2 ? 'male' : 'female',
      });
    }
  });
});
