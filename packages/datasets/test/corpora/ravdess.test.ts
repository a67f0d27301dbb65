import { describe, expect, it } from 'vitest';
import { ravdess } from '../../src/corpora/ravdess.js';
import { wholeRavdess } from '../utterancesOf.js';

describe('ravdess', () => {
  it('reads every field of a name', () => {
    expect(ravdess.parse('Actor_12/03-01-05-02-01-02-12.wav')).toEqual({
      id: 'ravdess/03-01-05-02-01-02-12',
      path: 'Actor_12/03-01-05-02-01-02-12.wav',
      corpus: 'ravdess',
      speaker: '12',
      sex: 'female',
      emotion: 'angry',
      intensity: 'strong',
      text: 'Kids are talking by the door',
      take: '02',
      language: 'en',
      recording: 'ravdess/03-01-05-02-01-02-12',
    });
  });

  it.each([
    ['01', 'neutral'],
    ['02', 'calm'],
    ['03', 'happy'],
    ['04', 'sad'],
    ['05', 'angry'],
    ['06', 'fear'],
    ['07', 'disgust'],
    ['08', 'surprise'],
  ])('reads emotion %s as %s', (code, emotion) => {
    expect(ravdess.parse(`03-01-${code}-01-02-01-01.wav`)).toMatchObject({
      emotion,
      intensity: 'normal',
      sex: 'male',
    });
  });

  it.each(['03-01-05-01-01-01-01.FLAC', 'a/b/c/03-01-05-01-01-01-01.Wav', 'a\\03-01-05-01-01-01-01.wav'])(
    'reads %s, whatever the folder and the extension',
    (path) => expect(ravdess.parse(path)?.id).toBe('ravdess/03-01-05-01-01-01-01'),
  );

  it('gives the one known pair of identical files the same recording', () => {
    const [first, second] = ['03-01-03-01-02-01-07', '03-01-03-01-02-02-07'].map((name) =>
      ravdess.parse(`${name}.wav`)!,
    );
    expect(second!.id).not.toBe(first!.id);
    expect(second!.recording).toBe(first!.recording);
    expect(new Set(wholeRavdess.map(({ recording }) => recording)).size).toBe(1439);
  });

  it.each([
    ['02-01-05-01-01-01-01', 'its modality is 02 (video)'],
    ['03-02-05-01-01-01-01', 'its channel is 02 (song)'],
    ['03-01-09-01-01-01-01', 'emotion 09'],
    ['03-01-05-03-01-01-01', 'intensity 03'],
    ['03-01-01-02-01-01-01', 'neutral has no strong intensity'],
    ['03-01-05-01-03-01-01', 'statement 03'],
    ['03-01-05-01-01-03-01', 'repetition 03'],
    ['03-01-05-01-01-01-25', 'actor 25'],
    ['OAF_back_angry', 'not seven two-digit numbers'],
  ])('rejects %s: %s', (name, reason) => {
    expect(ravdess.parse(`${name}.wav`)).toBeUndefined();
    expect(ravdess.irregularity!(`${name}.wav`)).toContain(reason);
  });

  it('lists the files of the complete corpus', () => {
    const count = (emotion: string) =>
      wholeRavdess.filter((utterance) => utterance.emotion === emotion).length;
    expect(wholeRavdess).toHaveLength(ravdess.expectedClips);
    expect(new Set(wholeRavdess.map(({ speaker }) => speaker)).size).toBe(ravdess.expectedSpeakers);
    expect(ravdess.labels.map(count)).toEqual([96, 192, 192, 192, 192, 192, 192, 192]);
  });
});
