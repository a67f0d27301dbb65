import { describe, expect, it } from 'vitest';
import { defineCorpus } from '../../src/corpora/corpusDefinition.js';
import { parseFiles } from '../../src/parseFiles.js';

/** A corpus with what RAVDESS lacks: speakers by folder, several languages, a misspelt name. */
const toy = defineCorpus({
  name: 'toy',
  title: 'Toy',
  url: 'https://example.org',
  licence: 'CC0-1.0',
  language: 'de',
  labels: ['happy', 'sad'],
  expectedClips: 4,
  expectedSpeakers: 2,
  parseName(path) {
    const [, speaker, letter, number] = /^(\w+)\/([hsx])(\d)\.wav$/.exec(path) ?? [];
    if (!speaker || !letter) return undefined;
    const emotion = letter === 's' ? 'sad' : 'happy';
    const language = speaker === 'jo' ? { language: 'en' } : {};
    return { name: `${speaker}_${emotion}${number}`, speaker, emotion, ...language };
  },
  irregularity: (path) => (path.includes('x') ? 'x is read as h' : undefined),
});

describe('defineCorpus', () => {
  it('takes ids from the grammar where file names are not unique', () => {
    const { utterances } = parseFiles(toy, ['al/h1.wav', 'jo/h1.wav']);
    expect(utterances.map(({ id, language }) => [id, language])).toEqual([
      ['toy/al_happy1', 'de'],
      ['toy/jo_happy1', 'en'],
    ]);
  });

  it('knows an utterance that is read after a correction, and says so', () => {
    const parsed = parseFiles(toy, ['al/x1.wav']);
    expect(parsed.utterances).toHaveLength(1);
    expect(parsed.irregular).toEqual([{ file: 'al/x1.wav', what: 'x is read as h' }]);
  });

  it('gives a reason for a refused name even where the corpus gives none', () => {
    expect(parseFiles(toy, ['noise.wav']).irregular).toEqual([
      { file: 'noise.wav', what: 'its name does not follow the names of Toy' },
    ]);
  });
});
