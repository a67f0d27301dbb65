import { describe, expect, it } from 'vitest';
import { joinIdentical } from '../src/joinIdentical.js';
import { utterancesOf } from './utterancesOf.js';

const [a, b, c, d] = utterancesOf(['f1'], 4) as [never, never, never, never];

describe('joinIdentical', () => {
  it('gives equal contents one recording, that of the first', () => {
    const contents = new Map<unknown, string>([
      [a, 'x'],
      [b, 'y'],
      [c, 'x'],
    ]);
    const joined = joinIdentical([a, b, c, d], (one) => contents.get(one));
    expect(joined.map(({ recording }) => recording)).toEqual([
      'toy/f1-0',
      'toy/f1-1',
      'toy/f1-0',
      'toy/f1-3',
    ]);
  });

  it('joins through a recording that was shared before', () => {
    const [first, , third, fourth] = utterancesOf(['f1'], 4);
    const twin = { ...third!, recording: fourth!.recording };
    const joined = joinIdentical([first!, twin, fourth!], ({ id }) => (id === 'toy/f1-3' ? undefined : 'x'));
    expect(new Set(joined.map(({ recording }) => recording)).size).toBe(1);
  });
});
