import { describe, expect, it } from 'vitest';
import { corpora, findCorpus } from '../../src/corpora/corpora.js';
import { guessCorpus } from '../../src/corpora/guessCorpus.js';
import { DatasetError } from '../../src/errors.js';
import { emotions } from '../../src/utterance.js';

describe('corpora', () => {
  it.each(corpora)('$name has the facts that a report needs, labels in canonical words', (corpus) => {
    expect(corpus.name).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(corpus.url).toMatch(/^https:/);
    expect(corpus.licence).not.toBe('');
    expect(emotions).toEqual(expect.arrayContaining([...corpus.labels]));
    expect(corpus.expectedFiles?.().length ?? corpus.expectedClips).toBe(corpus.expectedClips);
  });

  it('are found by name', () => {
    expect(findCorpus('ravdess').title).toContain('RAVDESS');
  });

  it('refuses an unknown name, listing the known ones', () => {
    expect(() => findCorpus('ravdes')).toThrow('There is no corpus `ravdes`. Known: `ravdess`');
    expect(() => findCorpus('ravdes')).toThrow(expect.objectContaining({ code: 'unknown-corpus' }));
    expect(() => findCorpus('ravdes')).toThrow(DatasetError);
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
