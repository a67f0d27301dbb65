import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nemo } from '../../src/corpora/nemo.js';
import { realCorpus } from '../realCorpora.js';

describe('nemo', () => {
  it('reads every field of a name', () => {
    expect(nemo.parse('samples/KD0_surprised_17.wav')).toEqual({
      id: 'nemo/KD0_surprised_17',
      path: 'samples/KD0_surprised_17.wav',
      corpus: 'nemo',
      speaker: 'KD0',
      sex: 'female',
      emotion: 'surprise',
      text: 'sentence 17',
      language: 'pl',
      recording: 'nemo/KD0_surprised_17',
    });
  });

  it.each([
    ['XX0_anger_1', 'speaker XX0 is not one of EB0, IC0'],
    ['EB0_joy_1', 'emotion joy is not one of anger, fear'],
    ['EB0_anger_91', 'sentence 91 is not one of 1 to 90'],
    ['EB0_anger_01', 'not speaker, emotion, and sentence'],
  ])('rejects %s: %s', (name, reason) => {
    expect(nemo.parse(`${name}.wav`)).toBeUndefined();
    expect(nemo.irregularity!(`${name}.wav`)).toContain(reason);
  });
});

const real = realCorpus('nemo');
describe.skipIf(real.absent)("nemo and the corpus's own table (needs SER_CORPORA)", () => {
  it('reads from each name what data.tsv says', () => {
    const words: Readonly<Record<string, string>> = {
      anger: 'angry',
      happiness: 'happy',
      sadness: 'sad',
      surprised: 'surprise',
    };
    const rows = readFileSync(join(real.folder, 'data.tsv'), 'utf8').trim().split(/\r?\n/).slice(1);
    expect(rows).toHaveLength(697);
    for (const row of rows) {
      const [file, emotion, speaker, sex] = row.split('\t');
      expect(nemo.parse(file!)).toMatchObject({ emotion: words[emotion!] ?? emotion, speaker, sex });
    }
  });
});
