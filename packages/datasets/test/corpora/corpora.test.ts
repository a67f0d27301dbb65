import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { corpora, findCorpus } from '../../src/corpora/corpora.js';
import { guessCorpus } from '../../src/corpora/guessCorpus.js';
import { emotions } from '../../src/utterance.js';

describe('corpora', () => {
  it.each(corpora)('$name has the facts that a report needs, labels in canonical words', (corpus) => {
    expect(corpus.name).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(corpus.url).toMatch(/^https?:/);
    expect(corpus.licence).not.toBe('');
    expect(emotions).toEqual(expect.arrayContaining([...corpus.labels]));
    expect(Object.keys(corpus.expectedLabels!).sort()).toEqual([...corpus.labels].sort());
    expect(Object.values(corpus.expectedLabels!).reduce((sum, count) => sum + count)).toBe(
      corpus.expectedClips,
    );
    expect(corpus.access!.steps.length).toBeGreaterThan(0);
    for (const path of corpus.access!.layout) expect(corpus.parse(path)).toBeDefined();
  });

  const listed = corpora.filter(({ expectedFiles }) => expectedFiles !== undefined);
  it.each(listed)('$name lists its files, which its grammar reads as its facts say', (corpus) => {
    const utterances = corpus.expectedFiles!().map((path) => corpus.parse(path)!);
    expect(new Set(utterances.map(({ id }) => id)).size).toBe(corpus.expectedClips);
    expect(new Set(utterances.map(({ speaker }) => speaker)).size).toBe(corpus.expectedSpeakers);
    for (const [label, count] of Object.entries(corpus.expectedLabels!))
      expect(utterances.filter(({ emotion }) => emotion === label)).toHaveLength(count);
    for (const path of corpus.expectedFiles!()) expect(corpus.irregularity!(path)).toBeUndefined();
  });

  it('have grammars of which no two read one name', () => {
    for (const corpus of listed) {
      const others = corpora.filter((other) => other !== corpus);
      for (const path of corpus.expectedFiles!())
        expect(others.filter((other) => other.parse(path)).map(({ name }) => name)).toEqual([]);
    }
  });

  it('are found by name', () => {
    expect(findCorpus('ravdess').title).toContain('RAVDESS');
  });

  it('refuses an unknown name, listing the known ones', () => {
    expect(() => findCorpus('ravdes')).toThrow('There is no corpus `ravdes`. Known: `ravdess`');
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
  ])('tells %s by a name such as %s', (title, name) => {
    expect(guessCorpus([`any/${name}`])?.title).toBe(title);
  });

  it('goes by most of the names, and says nothing when none fit', () => {
    expect(guessCorpus(['OAF_back_angry.wav', 'YAF_dog_ps.wav', 'noise.wav'])?.title).toBe('TESS');
    expect(guessCorpus(['song.wav', 'noise.wav'])).toBeUndefined();
    expect(guessCorpus([])).toBeUndefined();
  });
});
