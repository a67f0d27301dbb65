import { describe, expect, it } from 'vitest';
import { parseRecognizerFile } from '../../src/format/recognizerFile.js';
import { Recognizer } from '../../src/recognizer.js';
import { features } from '../fakes.js';
import { fixtureFiles, fixtureFolder } from '../fixtures.js';
import { tone } from '../tone.js';

// Predictions for `tone(440)`, by the code that wrote the fixtures.
const ridge = { low: 0.06753676384687424, middle: 0.021553529426455498, high: 0.9109096527099609 };
const ensemble = { low: 0.14312174916267395, middle: 0.12315569818019867, high: 0.7337225079536438 };

describe.each([
  ['version-1', ridge],
  ['version-2', ridge],
  ['version-2-ensemble', ensemble],
] as const)('a model folder of %s', (name, probabilities) => {
  it('predicts as it did', async () => {
    const recognizer = await Recognizer.load(fixtureFolder(name));
    const prediction = await recognizer.predict(tone(440));
    for (const [label, share] of Object.entries(probabilities)) {
      expect(prediction.probabilities[label]).toBeCloseTo(share, 6);
    }
  });

  it('is saved as version 3, with the same predictions', async () => {
    const recognizer = await Recognizer.load(fixtureFolder(name));
    const files = await recognizer.toFiles();
    const { version } = JSON.parse(new TextDecoder().decode(files['recognizer.json'])) as {
      version: number;
    };
    expect(version).toBe(3);
    const saved = await Recognizer.load(files);
    expect(await saved.predict(tone(440))).toEqual(await recognizer.predict(tone(440)));
    expect(await saved.toFiles()).toEqual(files);
  });

  it('has the license in its old spelling', async () => {
    const { card } = await Recognizer.load(fixtureFolder(name));
    expect(card.trainedOn).toEqual([
      { corpus: 'tones', title: 'Tones', license: 'CC0', synthetic: true, speakers: ['ann', 'bob'] },
    ]);
  });
});

describe('recognizer.json of version 2', () => {
  const parsed = async (name: 'version-2' | 'version-2-ensemble', change: object) => {
    const { 'recognizer.json': bytes } = await fixtureFiles(name);
    const json = JSON.parse(new TextDecoder().decode(bytes)) as object;
    return parseRecognizerFile(new TextEncoder().encode(JSON.stringify({ ...json, ...change })));
  };

  it('has one classifier without a name, whose files have no folder', async () => {
    const { members } = await parsed('version-2', {});
    expect(members).toMatchObject([{ name: 'classifier', folder: '', weight: 1, features }]);
    expect(members[0]!.normalizer.clip).toBe(3);
  });

  it('or at least two members with names and weights', async () => {
    const { members } = await parsed('version-2-ensemble', {});
    expect(members.map(({ name, folder, weight }) => [name, folder, weight])).toEqual([
      ['ridge', 'ridge', 2],
      ['network', 'network', 1],
    ]);
    await expect(parsed('version-2-ensemble', { members: [] })).rejects.toThrow(
      '`members` must be an array of at least two classifiers; got []',
    );
  });
});
