import { describe, expect, it } from 'vitest';
import { formatRecognizerFile, parseRecognizerFile } from '../src/recognizerFile.js';
import { partsOf } from './fakes.js';

const parts = partsOf();
const good = JSON.parse(new TextDecoder().decode(formatRecognizerFile(parts))) as Record<string, unknown>;
const parse = (json: unknown) => parseRecognizerFile(new TextEncoder().encode(JSON.stringify(json)));

describe('recognizer.json', () => {
  it('comes back as it was written', () => {
    const { labels, features, normalizer, card } = parts;
    expect(parse(good)).toEqual({ labels, features, normalizer, card });
  });

  it('is the same text every time', () => {
    expect(formatRecognizerFile(parts)).toEqual(formatRecognizerFile(partsOf()));
  });

  it.each([
    ['expected an object, got `[]`', []],
    ['`format` must be "ser-recognizer", got `nothing`', { labels: [] }],
    ['reads format version 1, got `2`. Update @ser/recognizer', { ...good, version: 2 }],
    ['reads format version 1, got `nothing`. Save the model again', { ...good, version: undefined }],
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
    ['`card.uar` must be a number in [0, 1], got `75`', { ...good, card: { ...parts.card, uar: 75 } }],
    [
      '`card.uarInterval.low` must be a number in [0, 1]',
      { ...good, card: { ...parts.card, uarInterval: {} } },
    ],
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
