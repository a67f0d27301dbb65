import { ravdess } from '@ser/datasets';
import { parseFiles } from '@ser/datasets';
import { describe, expect, it } from 'vitest';
import { planSyntheticCorpus } from '../src/syntheticCorpusPlan.js';

describe('planSyntheticCorpus', () => {
  const plan = planSyntheticCorpus({
    speakers: 24,
    emotions: ['neutral', 'happy', 'sad', 'angry', 'fear'],
    repetitions: 2,
  });

  it('names its first clip as RAVDESS names the first neutral one', () => {
    expect(plan[0]).toEqual({
      file: 'Actor_01/03-01-01-01-01-01-01.wav',
      speaker: 1,
      emotion: 'neutral',
      intensity: 'normal',
      statement: 1,
      repetition: 1,
    });
  });

  it('has four neutral clips a speaker, and eight of each other emotion', () => {
    const count = (emotion: string) =>
      plan.filter((clip) => clip.speaker === 2 && clip.emotion === emotion).length;
    expect(['neutral', 'happy', 'sad', 'angry', 'fear'].map(count)).toEqual([4, 8, 8, 8, 8]);
  });

  it('is read by the RAVDESS parser as it was meant, the fullest one, too', () => {
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
