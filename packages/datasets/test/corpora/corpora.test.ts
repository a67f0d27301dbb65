import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { corpora, findCorpus } from '../../src/corpora/corpora.js';
import { guessCorpus } from '../../src/corpora/guessCorpus.js';
import { emotions } from '../../src/utterance.js';

/** Emotions of single corpora. */
const ownLabels = [
  ...['excited', 'anxious', 'apologetic', 'assertive', 'concerned', 'encouraging'], // JL corpus
  ...['frustrated', 'contempt', 'other'], // IEMOCAP and MSP-Podcast
  ...['low', 'high'], // BAVED
];

describe('corpora', () => {
  it.each(corpora)('$name has the facts that a report needs, and labels of `emotions`', (corpus) => {
    expect(corpus.name).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(corpus.url).toMatch(/^https?:/);
    expect(corpus.license).not.toBe('');
    if (corpus.speakers) expect(corpus.speakers).toHaveLength(corpus.expectedSpeakers!);
    if (corpus.publication) expect(corpus.publication.url).toMatch(/^https?:/);
    const shared = corpus.labels.filter((label) => !ownLabels.includes(label));
    expect(emotions).toEqual(expect.arrayContaining(shared));
    if (corpus.expectedLabels) {
      expect(Object.keys(corpus.expectedLabels).sort()).toEqual([...corpus.labels].sort());
      const sum = Object.values(corpus.expectedLabels).reduce((total, count) => total + count);
      expect(sum).toBe(corpus.expectedClips);
    }
    expect(corpus.access!.steps.length).toBeGreaterThan(0);
    const isClip = corpus.annotations?.isClip ?? ((path: string) => corpus.parse(path) !== undefined);
    for (const path of corpus.access!.layout) expect(isClip(path)).toBe(true);
  });

  const listed = corpora.filter(({ expectedFiles }) => expectedFiles !== undefined);
  it.each(listed)('$name lists its files, which agree with its other facts', (corpus) => {
    const utterances = corpus.expectedFiles!().map((path) => corpus.parse(path)!);
    expect(new Set(utterances.map(({ id }) => id)).size).toBe(corpus.expectedClips);
    const speakers = new Map(utterances.map(({ speaker, sex }) => [speaker, sex]));
    expect([...speakers].sort()).toEqual(corpus.speakers!.map(({ name, sex }) => [name, sex]).sort());
    for (const [label, count] of Object.entries(corpus.expectedLabels!))
      expect(utterances.filter(({ emotion }) => emotion === label)).toHaveLength(count);
    for (const path of corpus.expectedFiles!()) expect(corpus.irregularity!(path)).toBeUndefined();
  });

  it('have naming schemes that do not overlap', () => {
    for (const corpus of listed) {
      const others = corpora.filter((other) => other !== corpus);
      for (const path of corpus.expectedFiles!())
        expect(others.filter((other) => other.parse(path)).map(({ name }) => name)).toEqual([]);
    }
  });

  it('are found by name', () => {
    expect(findCorpus('ravdess').title).toContain('RAVDESS');
  });

  it('rejects an unknown name, and names the known ones', () => {
    expect(() => findCorpus('ravdes')).toThrow("There is no corpus 'ravdes'. Use one of ravdess, crema-d");
    expect(() => findCorpus('ravdes')).toThrow(expect.objectContaining({ code: 'unknown-corpus' }));
    expect(() => findCorpus('ravdes')).toThrow(SerError);
  });
});

describe('guessCorpus', () => {
  it.each([
    ['RAVDESS (speech, audio only)', '03-01-05-02-01-02-12.wav'],
    ['CREMA-D', '1001_IEO_ANG_HI.wav'],
    ['TESS', 'OAF_back_angry.wav'],
    ['SAVEE', 'DC_sa01.wav'],
    ['EmoDB', '14a07Aa.wav'],
    ['EMOVO', 'rab-m1-b1.wav'],
    ['nEMO', 'EB0_anger_10.flac'],
    ['ShEMO', 'F01A01.wav'],
    ['RAVDESS (song, audio only)', '03-02-05-02-01-02-12.wav'],
    ['AESDD', 'a01 (1).wav'],
    ['JL corpus', 'male1_happy_3b_2.wav'],
    ['ESD', '0011_000351.wav'],
    ['SUBESCO', 'M_05_RAHUL_S_10_FEAR_5.wav'],
    ['MESD', 'Anger_C_A_abajo.wav'],
    ['CaFE', '12-T-1-6.wav'],
    ['IEMOCAP', 'Ses01F_impro01_M013.wav'],
    ['MELD', 'dia12_utt3.mp4'],
    ['MSP-Podcast', 'MSP-PODCAST_0001_0008.wav'],
    ['ASED', 'a5-06-01-01-21.wav'],
    ['EmotionTTS Open DB, emotional speech', 'nek00302.wav'],
    ['BAVED', '12-f-19-4-2-1079.wav'],
  ])('recognizes %s by a name like %s', (title, name) => {
    expect(guessCorpus([`any/${name}`])?.title).toBe(title);
  });

  it('does not take the folders of a user for a corpus that is named by its folders alone', () => {
    expect(guessCorpus(['ann/angry/1.wav', 'bob/sad/1.wav'])).toBeUndefined();
  });

  it('decides by the majority of the names, and is undefined if none match', () => {
    expect(guessCorpus(['OAF_back_angry.wav', 'YAF_dog_ps.wav', 'noise.wav'])?.title).toBe('TESS');
    expect(guessCorpus(['song.wav', 'noise.wav'])).toBeUndefined();
    expect(guessCorpus([])).toBeUndefined();
  });
});
