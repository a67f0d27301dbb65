import { describe, expect, it } from 'vitest';
import { savee } from '../../src/corpora/savee.js';
import { parseFiles } from '../../src/parse/parseFiles.js';

describe('savee', () => {
  it.each(['AudioData/DC/sa05.wav', 'ALL/DC_sa05.wav', 'DC\\sa05.wav', 'KL/DC_sa05.wav'])(
    'reads %s, in either layout, as one utterance',
    (path) => {
      expect(savee.parse(path)).toEqual({
        id: 'savee/DC_sa05',
        path,
        corpus: 'savee',
        speaker: 'DC',
        sex: 'male',
        emotion: 'sad',
        language: 'en',
        recording: 'savee/DC_sa05',
      });
    },
  );

  it.each([
    ['a', 'angry'],
    ['d', 'disgust'],
    ['f', 'fear'],
    ['h', 'happy'],
    ['n', 'neutral'],
    ['sa', 'sad'],
    ['su', 'surprise'],
  ])('reads emotion %s as %s', (code, emotion) => {
    expect(savee.parse(`JK/${code}15.wav`)).toMatchObject({ emotion, speaker: 'JK', sex: 'male' });
  });

  it('counts a clip that exists in both layouts once', () => {
    const { utterances, duplicates } = parseFiles(savee, ['ALL/JE_n30.wav', 'AudioData/JE/n30.wav']);
    expect(utterances).toHaveLength(1);
    expect(duplicates).toEqual([['ALL/JE_n30.wav', 'AudioData/JE/n30.wav']]);
  });

  it.each([
    ['a01.wav', 'neither its name nor its folder contains a speaker (DC, JE, JK, KL)'],
    ['AudioData/XY/a01.wav', 'neither its name nor its folder contains a speaker'],
    ['DC/a16.wav', 'number 16 is not one of 01 to 15, the numbers of emotion a'],
    ['DC/n31.wav', 'number 31 is not one of 01 to 30, the numbers of emotion n'],
    ['DC/a00.wav', 'number 00'],
    ['DC/x01.wav', 'not emotion and number'],
    ['DC/s01.wav', 'not emotion and number'],
  ])('rejects %s: %s', (path, reason) => {
    expect(savee.parse(path)).toBeUndefined();
    expect(savee.irregularity!(path)).toContain(reason);
  });
});
