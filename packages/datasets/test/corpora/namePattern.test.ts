import { describe, expect, it } from 'vitest';
import { findCorpus } from '../../src/corpora/corpora.js';

describe('corpora with a single pattern', () => {
  it.each([
    [
      'ravdess-song',
      'Actor_12/03-02-05-02-01-02-12.wav',
      { speaker: '12', sex: 'female', emotion: 'angry', intensity: 'strong', take: '02' },
    ],
    ['aesdd', 'sadness/s01 (5)b.wav', { speaker: '5', emotion: 'sad', take: 'b', language: 'el' }],
    ['aesdd', 'fear/f10 (01).wav', { speaker: '1', emotion: 'fear', text: 'utterance f10' }],
    [
      'jl-corpus',
      'female1_excited_10a_1.wav',
      { speaker: 'female1', sex: 'female', emotion: 'excited', text: 'sentence 10a' },
    ],
    ['shemo', 'male/M27W01.wav', { speaker: 'M27', sex: 'male', emotion: 'surprise', language: 'fa' }],
    [
      'esd',
      '0004/Sad/0004_001051.wav',
      { speaker: '0004', sex: 'male', emotion: 'sad', language: 'zh', text: 'zh sentence 1' },
    ],
    [
      'esd',
      '0011/Surprise/0011_001750.wav',
      { sex: 'male', emotion: 'surprise', language: 'en', text: 'en sentence 350' },
    ],
    [
      'subesco',
      'F_01_OISHI_S_10_DISGUST_5.wav',
      { speaker: 'F01', sex: 'female', emotion: 'disgust', take: '5' },
    ],
    ['mesd', 'Happiness_M_B_avión.wav', { sex: 'male', emotion: 'happy', text: 'avión' }],
    [
      'cafe',
      'Peur/Faible/03-P-1-4.wav',
      { speaker: '03', sex: 'male', emotion: 'fear', intensity: 'weak', language: 'fr' },
    ],
    [
      'ased',
      'ASED/05Angry/A5-06-01-02-21.WAV',
      { speaker: '21', sex: 'male', emotion: 'angry', text: 'sentence a06', take: '01', language: 'am' },
    ],
    ['ased', 'n1-01-02-01-65.wav', { speaker: '65', sex: 'female', emotion: 'neutral' }],
    [
      'emotiontts',
      'plain-to-emotional/ema/wav/ema00101.wav',
      { speaker: 'ema', sex: 'female', emotion: 'happy', text: 'plain sentence 00101', language: 'ko' },
    ],
    ['emotiontts', 'nen00001.wav', { speaker: 'nen', sex: 'male', emotion: 'neutral' }],
    [
      'baved',
      '4/12-f-19-4-2-1079.wav',
      { speaker: '12', sex: 'female', emotion: 'high', text: 'رائع', language: 'ar' },
    ],
    ['baved', '0-M-21-0-0-106.wav', { speaker: '0', sex: 'male', emotion: 'low' }],
    [
      'iesc',
      'IESC/Speaker-1/ANGER/A1.wav',
      { id: 'iesc/Speaker-1_angry_A1', speaker: 'Speaker-1', emotion: 'angry' },
    ],
  ])('%s: %s', (name, path, labels) => {
    expect(findCorpus(name).parse(path)).toMatchObject({ corpus: name, path, ...labels });
    expect(findCorpus(name).irregularity!(path)).toBeUndefined();
  });

  it.each([
    ['jl-corpus', 'female1_bored_10a_1.wav'],
    ['esd', '0021_000001.wav'],
    ['esd', '0011_001751.wav'],
    ['cafe', '13-P-1-4.wav'],
    ['ased', 'x5-06-01-01-21.wav'],
    ['baved', '12-f-19-7-2-1079.wav'],
    ['emotiontts', 'nea00401.wav'],
    ['emotiontts', 'nez00001.wav'],
  ])('%s has no %s', (name, path) => {
    expect(findCorpus(name).parse(path)).toBeUndefined();
    expect(findCorpus(name).irregularity!(path)).toContain('does not follow the naming scheme, as in `');
  });

  it('corrects the README of EmotionTTS, which swaps the third and the fourth hundred', () => {
    const emotionOf = (name: string) => findCorpus('emotiontts').parse(`${name}.wav`)!.emotion;
    expect(['nen00202', 'ema00300', 'nek00302', 'neb00304'].map(emotionOf)).toEqual([
      'sad',
      'sad',
      'angry',
      'angry',
    ]);
  });

  it('reads the speaker and the emotion of IESC from the folders', () => {
    const iesc = findCorpus('iesc');
    expect(iesc.parse('Speaker-1/Boredom/A1.wav')).toBeUndefined();
    expect(iesc.irregularity!('A1.wav')).toContain('its folders are not speaker and emotion');
  });

  it('knows one sex of a child’s voice: none', () => {
    expect(findCorpus('mesd').parse('Anger_C_A_abajo.wav')!.sex).toBeUndefined();
  });
});
