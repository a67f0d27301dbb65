import { describe, expect, it } from 'vitest';
import { joinRecordings } from '../../src/parse/joinRecordings.js';
import { utterancesOf } from '../utterancesOf.js';

const [a, b, c, d] = utterancesOf(['f1'], 4) as [never, never, never, never];

describe('joinRecordings', () => {
  it('gives utterances with equal content the recording of the first', () => {
    const contents = new Map<unknown, string>([
      [a, 'x'],
      [b, 'y'],
      [c, 'x'],
    ]);
    const joined = joinRecordings([a, b, c, d], (one) => contents.get(one));
    expect(joined.map(({ recording }) => recording)).toEqual([
      'toy/f1-0',
      'toy/f1-1',
      'toy/f1-0',
      'toy/f1-3',
    ]);
  });

  it('also joins utterances that share a recording with one of them', () => {
    const [first, , third, fourth] = utterancesOf(['f1'], 4);
    const copy = { ...third!, recording: fourth!.recording };
    const joined = joinRecordings([first!, copy, fourth!], ({ id }) => (id === 'toy/f1-3' ? undefined : 'x'));
    expect(new Set(joined.map(({ recording }) => recording)).size).toBe(1);
  });
});
