import { describe, expect, it } from 'vitest';
import { emodb } from '../../src/corpora/emodb.js';

describe('emodb', () => {
  it('reads every field of a name', () => {
    expect(emodb.parse('wav/14a07Aa.wav')).toEqual({
      id: 'emodb/14a07Aa',
      path: 'wav/14a07Aa.wav',
      corpus: 'emodb',
      speaker: '14',
      sex: 'female',
      emotion: 'fear',
      text: 'In sieben Stunden wird es soweit sein',
      take: 'a',
      language: 'de',
      recording: 'emodb/14a07Aa',
    });
  });

  it.each([
    ['W', 'angry'],
    ['L', 'boredom'],
    ['E', 'disgust'],
    ['A', 'fear'],
    ['F', 'happy'],
    ['T', 'sad'],
    ['N', 'neutral'],
  ])('reads the German letter %s as %s', (letter, emotion) => {
    expect(emodb.parse(`03a01${letter}a.wav`)).toMatchObject({ emotion });
  });

  it('knows five men and five women', () => {
    const sexOf = (speaker: string) => emodb.parse(`${speaker}a01Na.wav`)!.sex;
    expect(['03', '10', '11', '12', '15'].map(sexOf)).toEqual(Array(5).fill('male'));
    expect(['08', '09', '13', '14', '16'].map(sexOf)).toEqual(Array(5).fill('female'));
  });

  it.each([
    ['04a01Wa', 'speaker 04 is not one of 03, 08 to 16'],
    ['03a03Wa', 'sentence a03 is not one of a01, a02'],
    ['03a01Xa', 'emotion X is not one of W, L'],
    ['03a01Wg', 'not speaker, sentence, emotion, and take'],
  ])('rejects %s: %s', (name, reason) => {
    expect(emodb.parse(`${name}.wav`)).toBeUndefined();
    expect(emodb.irregularity!(`${name}.wav`)).toContain(reason);
  });
});
