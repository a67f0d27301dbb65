import { describe, expect, it } from 'vitest';
import { defineCorpus } from '../../src/corpora/corpusDefinition.js';
import { parseFiles } from '../../src/parse/parseFiles.js';

/** A corpus with features that RAVDESS lacks: speakers by folder, several languages, a misspelled name. */
const toy = defineCorpus({
  name: 'toy',
  title: 'Toy',
  url: 'https://example.org',
  license: 'CC0-1.0',
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
  it('uses the name from `parseName` as id if file names are not unique', () => {
    const { utterances } = parseFiles(toy, ['al/h1.wav', 'jo/h1.wav']);
    expect(utterances.map(({ id, language }) => [id, language])).toEqual([
      ['toy/al_happy1', 'de'],
      ['toy/jo_happy1', 'en'],
    ]);
  });

  it('reads and reports a name that is corrected', () => {
    const parsed = parseFiles(toy, ['al/x1.wav']);
    expect(parsed.utterances).toHaveLength(1);
    expect(parsed.irregular).toEqual([{ file: 'al/x1.wav', what: 'x is read as h' }]);
  });

  it('gives a reason for an excluded name even if the corpus does not', () => {
    expect(parseFiles(toy, ['noise.wav']).irregular).toEqual([
      { file: 'noise.wav', what: 'its name does not follow the naming scheme of Toy' },
    ]);
  });
});
