import { describe, expect, it } from 'vitest';
import { closest, didYouMean } from '../../src/text/closest.js';

const corpora = ['ravdess', 'crema-d', 'tess', 'savee'];

describe('closest', () => {
  it.each([
    ['ravdes', 'ravdess'],
    ['RAVDESS', 'ravdess'],
    ['cremad', 'crema-d'],
    ['radvess', 'ravdess'],
    ['tes', 'tess'],
  ])('finds what %s means: %s', (typed, meant) => {
    expect(closest(typed, corpora)).toBe(meant);
  });

  it('finds nothing if no candidate is close', () => {
    expect(closest('meetings', corpora)).toBeUndefined();
    expect(closest('x', [])).toBeUndefined();
  });
});

describe('didYouMean', () => {
  it('is a sentence, or empty', () => {
    expect(didYouMean('ravdes', corpora)).toBe(' Did you mean `ravdess`?');
    expect(didYouMean('meetings', corpora)).toBe('');
  });
});
