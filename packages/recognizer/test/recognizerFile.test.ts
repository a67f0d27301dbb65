import { describe, expect, it } from 'vitest';
import {
  formatRecognizerFile,
  networkFileNames,
  parseRecognizerFile,
  type RecognizerFile,
} from '../src/recognizerFile.js';
import { partsOf } from './fakes.js';

const { labels, features, normalizer, card } = partsOf();
const parts = { labels, members: [{ features, normalizer }], card };
const jsonOf = (file: RecognizerFile) =>
  JSON.parse(new TextDecoder().decode(formatRecognizerFile(file))) as Record<string, unknown>;
const good = jsonOf(parts);
const two = ['ridge', 'network'].map((name, i) => ({ name, weight: i + 1, features, normalizer }));
const fused = jsonOf({ ...parts, members: two });
const parse = (json: unknown) => parseRecognizerFile(new TextEncoder().encode(JSON.stringify(json)));

describe('recognizer.json', () => {
  it('comes back as it was written', () => {
    expect(parse(good)).toEqual(parts);
    expect(parse(fused)).toEqual({ ...parts, members: two });
  });

  it('is of version 2, and has the only classifier beside the labels', () => {
    expect(Object.keys(good)).toEqual(['format', 'version', 'labels', 'features', 'normalizer', 'card']);
    expect(good['version']).toBe(2);
    expect(Object.keys(fused)).toEqual(['format', 'version', 'labels', 'members', 'card']);
  });

  it('may be of version 1, in which models with a limit of z-scores are about, too', () => {
    expect(parse({ ...good, version: 1 })).toEqual(parts);
    const limited = { ...(good['normalizer'] as object), clip: 3 };
    expect(parse({ ...good, version: 1, normalizer: limited }).members[0]!.normalizer.clip).toBe(3);
  });

  it('names the files of its networks', () => {
    expect(networkFileNames(formatRecognizerFile(parts))).toEqual(['model.json', 'weights.bin']);
    expect(networkFileNames(formatRecognizerFile({ ...parts, members: two }))).toEqual([
      'ridge/model.json',
      'ridge/weights.bin',
      'network/model.json',
      'network/weights.bin',
    ]);
    expect(networkFileNames(Uint8Array.of(1, 2))).toEqual(['model.json', 'weights.bin']);
  });

  it('is the same text every time', () => {
    expect(formatRecognizerFile(parts)).toEqual(formatRecognizerFile({ ...parts, labels: [...labels] }));
  });

  it.each([
    ['expected an object, got `[]`', []],
    ['`format` must be "ser-recognizer", got `nothing`', { labels: [] }],
    ['reads format versions 1 to 2, got `3`. Update @ser/recognizer', { ...good, version: 3 }],
    ['reads format versions 1 to 2, got `nothing`. Save the model again', { ...good, version: undefined }],
    ['`members` must be a list of two at least', { ...fused, members: [] }],
    [
      '`members[1].name` must be lower-case words joined by hyphens, got `"../network"`',
      { ...fused, members: [two[0], { ...two[1], name: '../network' }] },
    ],
    ['`members[0].weight` must be a number, got `nothing`', { ...fused, members: [{ name: 'a' }, {}] }],
    ['`labels` must be a list of text', { ...good, labels: [1, 2, 3] }],
    [
      "The feature 'loudness' does not exist",
      { ...good, features: { sampleRate: 8000, features: [{ name: 'loudness' }] } },
    ],
    ['The normaliser must have', { ...good, normalizer: { kind: 'train' } }],
    ['`card.protocol` must be text, got `undefined`', { ...good, card: { recipe: 'x', trainedOn: [] } }],
    ['`card.trainedOn` must be a list', { ...good, card: { recipe: 'x', protocol: 'y' } }],
    [
      '`card.trainedOn[0].synthetic` must be true or false',
      {
        ...good,
        card: { recipe: 'x', protocol: 'y', trainedOn: [{ corpus: 'a', title: 'b', licence: 'c' }] },
      },
    ],
    ['`card.uar` must be a number in [0, 1], got `75`', { ...good, card: { ...card, uar: 75 } }],
    ['`card.uarInterval.low` must be a number in [0, 1]', { ...good, card: { ...card, uarInterval: {} } }],
  ])('is refused when it is not one: %s', (fragment, json) => {
    expect(() => parse(json)).toThrow(
      expect.objectContaining({
        name: 'RecognizerError',
        code: 'model-corrupt',
        file: 'recognizer.json',
        message: expect.stringMatching(/^`recognizer\.json`: (?!`recognizer\.json`)/),
      }),
    );
    expect(() => parse(json)).toThrow(fragment);
  });

  it('is refused when cut short', () => {
    const bytes = formatRecognizerFile(parts);
    expect(() => parseRecognizerFile(bytes.subarray(0, bytes.length / 2))).toThrow(
      'it is not JSON; it may be cut short',
    );
  });
});
