import { Normalizer } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import type { MemberEntry } from '../../src/format/memberEntry.js';
import {
  classifierFileNames,
  formatRecognizerFile,
  parseRecognizerFile,
} from '../../src/format/recognizerFile.js';
import { card, features, identity, labels, names } from '../fakes.js';

const entry = (name: string, change: Partial<MemberEntry> = {}): MemberEntry => ({
  ...{ name, folder: name, weight: 1, features, normalizer: identity() },
  ...change,
});
const one = { labels, members: [entry('ridge')], card };
const ensemble = { ...one, members: [entry('ridge'), entry('network', { weight: 2 })] };
const jsonOf = (file: Parameters<typeof formatRecognizerFile>[0]) =>
  JSON.parse(new TextDecoder().decode(formatRecognizerFile(file))) as Record<string, unknown>;
const good = jsonOf(one);
const parse = (json: unknown) => parseRecognizerFile(new TextEncoder().encode(JSON.stringify(json)));

describe('recognizer.json', () => {
  it('is read as it was written', () => {
    expect(parse(good)).toEqual(one);
    expect(parse(jsonOf(ensemble))).toEqual(ensemble);
  });

  it('keeps the class profile of sessions, and checks it', () => {
    const classProfile = labels.map((_, c) => labels.map((_, i) => (i === c ? 2 : -1)));
    expect(parse(jsonOf({ ...one, classProfile }))).toEqual({ ...one, classProfile });
    expect(() => parse({ ...good, classProfile: [[1, 2, 3]] })).toThrow(
      '`classProfile` must be 3 rows of 3 numbers, one for each label',
    );
  });

  it('is of version 3, and has the same fields for one classifier as for several', () => {
    const fields = ['format', 'version', 'labels', 'inputs', 'members', 'card'];
    expect(Object.keys(good)).toEqual(fields);
    expect(Object.keys(jsonOf(ensemble))).toEqual(fields);
    expect(good['version']).toBe(3);
  });

  it('contains shared features and a shared normalizer once, by name', () => {
    const limited = Normalizer.fromJSON({ ...identity().toJSON(), clip: 3 });
    const json = jsonOf({ ...one, members: [...ensemble.members, entry('other', { normalizer: limited })] });
    expect(json['inputs']).toEqual({
      mfcc: { features, normalizer: { kind: 'train', names, mean: [0, 0, 0, 0], scale: [1, 1, 1, 1] } },
      'mfcc-2': { features, normalizer: limited.toJSON() },
    });
    expect(json['members']).toEqual([
      { name: 'ridge', weight: 1, input: 'mfcc' },
      { name: 'network', weight: 2, input: 'mfcc' },
      { name: 'other', weight: 1, input: 'mfcc-2' },
    ]);
  });

  it('names the files of the classifiers', () => {
    expect(classifierFileNames(formatRecognizerFile(ensemble))).toEqual([
      'ridge/model.json',
      'ridge/weights.bin',
      'network/model.json',
      'network/weights.bin',
    ]);
    expect(classifierFileNames(Uint8Array.of(1, 2))).toEqual([]);
  });

  const corpus = { corpus: 'a', title: 'b', license: 'c', speakers: [] };
  it.each([
    ['The file must be an object', []],
    ['`format` must be "ser-recognizer"; got undefined', { labels: [] }],
    ['`version` must be a finite number from 1 to 3; got 4. Update @ser/recognizer', { ...good, version: 4 }],
    ['got undefined. Save the model again', { ...good, version: undefined }],
    ['`inputs` must be an object; got undefined', { ...good, inputs: undefined }],
    ['`members` must be an array of at least one classifier; got []', { ...good, members: [] }],
    [
      "`members[0].name` must be lower-case words joined by hyphens; got '../network'",
      { ...good, members: [{ name: '../network', weight: 1, input: 'mfcc' }] },
    ],
    [
      '`members[0].weight` must be a finite number above 0; got undefined',
      { ...good, members: [{ name: 'a' }] },
    ],
    [
      "`members[0].input` must be one of 'mfcc'; got 'mel'",
      { ...good, members: [{ name: 'a', weight: 1, input: 'mel' }] },
    ],
    ['`labels` must be an array of strings', { ...good, labels: [1, 2, 3] }],
    [
      'loudness',
      { ...good, inputs: { a: { features: { sampleRate: 8000, features: [{ name: 'loudness' }] } } } },
    ],
    ['scale', { ...good, inputs: { a: { features, normalizer: { kind: 'train' } } } }],
    ['`card.protocol` must be a string; got undefined', { ...good, card: { recipe: 'x', trainedOn: [] } }],
    ['`card.trainedOn` must be an array', { ...good, card: { recipe: 'x', protocol: 'y' } }],
    [
      '`card.trainedOn[0].synthetic` must be one of true, false',
      { ...good, card: { recipe: 'x', protocol: 'y', trainedOn: [corpus] } },
    ],
    ['`card.uar` must be a finite number from 0 to 1; got 75', { ...good, card: { ...card, uar: 75 } }],
    ['`card.uarInterval.low` must be', { ...good, card: { ...card, uarInterval: {} } }],
  ])('is rejected if a field is wrong: %s', (fragment, json) => {
    expect(() => parse(json)).toThrow(
      expect.objectContaining({
        code: 'model-corrupt',
        file: 'recognizer.json',
        message: expect.stringMatching(/^`recognizer\.json`: (?!`recognizer\.json`)/),
      }),
    );
    expect(() => parse(json)).toThrow(fragment);
  });

  it('is rejected if it is cut short', () => {
    const bytes = formatRecognizerFile(one);
    expect(() => parseRecognizerFile(bytes.subarray(0, bytes.length / 2))).toThrow(
      'The file is not JSON; it may be cut short.',
    );
  });
});
