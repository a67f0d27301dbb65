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
      { speaker: '03', emotion: 'fear', intensity: 'weak', language: 'fr' },
    ],
  ])('%s: %s', (name, path, labels) => {
    expect(findCorpus(name).parse(path)).toMatchObject({ corpus: name, path, ...labels });
    expect(findCorpus(name).irregularity!(path)).toBeUndefined();
  });

  it.each([
    ['ravdess-song', '03-02-05-02-01-02-18.wav'],
    ['ravdess-song', '03-01-05-02-01-02-12.wav'],
    ['jl-corpus', 'female1_bored_10a_1.wav'],
    ['esd', '0021_000001.wav'],
    ['esd', '0011_001751.wav'],
    ['cafe', '13-P-1-4.wav'],
  ])('%s has no %s', (name, path) => {
    expect(findCorpus(name).parse(path)).toBeUndefined();
    expect(findCorpus(name).irregularity!(path)).toContain('does not follow the naming scheme, as in `');
  });

  it('knows one sex of a child’s voice: none', () => {
    expect(findCorpus('mesd').parse('Anger_C_A_abajo.wav')!.sex).toBeUndefined();
  });
});
