import { RandomStream } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { mutate } from '../src/mutate.js';
import { mutateJson } from '../src/mutateJson.js';

const file = Uint8Array.from({ length: 1000 }, (_, i) => i % 256);
const other = new Uint8Array(500).fill(7);

describe('mutate', () => {
  it('changes a copy in the same way for the same seed', () => {
    const before = file.slice();
    const first = mutate(file, new RandomStream(1, 2), other);
    expect(mutate(file, new RandomStream(1, 2), other)).toEqual(first);
    expect(mutate(file, new RandomStream(1, 3), other)).not.toEqual(first);
    expect(file).toEqual(before);
  });

  it('gives files of bounded size, and copes with empty ones', () => {
    for (let seed = 0; seed < 300; seed++) {
      expect(mutate(file, new RandomStream(seed), other).length).toBeLessThanOrEqual(6096);
      mutate(new Uint8Array(0), new RandomStream(seed), other);
    }
  });
});

describe('mutateJson', () => {
  it('gives a document that differs, the same for the same seed', () => {
    const document = JSON.stringify({ units: [8, 4], name: 'dense', l2: 0.1 });
    const changed = mutateJson(document, new RandomStream(5));
    expect(mutateJson(document, new RandomStream(5))).toBe(changed);
    expect(JSON.parse(changed)).not.toEqual(JSON.parse(document));
  });
});
