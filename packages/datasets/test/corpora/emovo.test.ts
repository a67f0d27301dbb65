import { describe, expect, it } from 'vitest';
import { emovo } from '../../src/corpora/emovo.js';
import { scanCorpus } from '../../src/node/scanCorpus.js';
import { realCorpus } from '../realCorpora.js';

describe('emovo', () => {
  it('reads every field of a name', () => {
    expect(emovo.parse('EMOVO/m3/rab-m3-n5.wav')).toEqual({
      id: 'emovo/rab-m3-n5',
      path: 'EMOVO/m3/rab-m3-n5.wav',
      corpus: 'emovo',
      speaker: 'm3',
      sex: 'male',
      emotion: 'angry',
      text: 'sentence n5',
      language: 'it',
      recording: 'emovo/rab-m3-n5',
    });
  });

  it.each([
    ['neu', 'neutral'],
    ['dis', 'disgust'],
    ['gio', 'happy'],
    ['pau', 'fear'],
    ['rab', 'angry'],
    ['sor', 'surprise'],
    ['tri', 'sad'],
  ])('reads the Italian abbreviation %s as %s', (abbreviation, emotion) => {
    expect(emovo.parse(`${abbreviation}-f1-b1.wav`)).toMatchObject({ emotion });
  });

  it('knows three women and three men', () => {
    const sexOf = (speaker: string) => emovo.parse(`neu-${speaker}-d2.wav`)!.sex;
    expect(['f1', 'f2', 'f3'].map(sexOf)).toEqual(Array(3).fill('female'));
    expect(['m1', 'm2', 'm3'].map(sexOf)).toEqual(Array(3).fill('male'));
  });

  it('has each sentence 42 times: six speakers, seven emotions', () => {
    const texts = emovo.expectedFiles!().map((path) => emovo.parse(path)!.text);
    expect(new Set(texts).size).toBe(14);
    expect(texts.filter((text) => text === 'sentence l4')).toHaveLength(42);
  });

  it.each([
    ['joy-f1-b1', 'emotion joy is not one of neu, dis'],
    ['rab-m4-b1', 'speaker m4 is not one of f1, f2'],
    ['rab-m1-b4', 'sentence b4 is not one of b1, b2'],
    ['rab-m1', 'not emotion, speaker, and sentence'],
  ])('rejects %s: %s', (name, reason) => {
    expect(emovo.parse(`${name}.wav`)).toBeUndefined();
    expect(emovo.irregularity!(`${name}.wav`)).toContain(reason);
  });

  it('says that it is for research, without a license text', () => {
    expect(emovo.license).toBe('no license text from its makers; given for research');
    expect(emovo.access!.steps.join(' ')).toContain('Do not publish a model');
  });
});

const real = realCorpus('emovo');
describe.skipIf(real.absent)('emovo on its recordings (needs SER_CORPORA)', () => {
  it('finds 588 clips, 84 of each emotion and 98 of each speaker', async () => {
    const { utterances, duplicates, irregular } = await scanCorpus('emovo', real.folder);
    expect(utterances).toHaveLength(588);
    expect({ duplicates, irregular }).toEqual({ duplicates: [], irregular: [] });
    for (const label of emovo.labels)
      expect(utterances.filter(({ emotion }) => emotion === label)).toHaveLength(84);
    for (const { name } of emovo.speakers!)
      expect(utterances.filter(({ speaker }) => speaker === name)).toHaveLength(98);
  });
});
