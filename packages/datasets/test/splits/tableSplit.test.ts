import { describe, expect, it } from 'vitest';
import { makeSplit } from '../../src/splits/makeSplit.js';
import type { Utterance } from '../../src/utterance.js';

function clips(
  rows: readonly (readonly [split: string | undefined, speaker?: string])[],
): readonly Utterance[] {
  return rows.map(([split, speaker], i) => {
    const id = `mine/${i}`;
    return {
      ...{ id, path: `${i}.wav`, corpus: 'mine', emotion: i % 2 ? 'sad' : 'happy', recording: id },
      ...(split !== undefined && { split }),
      ...(speaker !== undefined && { speaker }),
    };
  });
}

const splitOf = (...rows: Parameters<typeof clips>[0]) =>
  makeSplit(clips(rows), { kind: 'table' }, { seed: 1 });

describe('the split column of a table', () => {
  it('gives one fold with its three sides', () => {
    const split = splitOf(
      ['train', 'ann'],
      ['Training', 'ann'],
      ['dev', 'bob'],
      ['test', 'cleo'],
      ['Test1', 'cleo'],
    );
    expect(split).toMatchObject({
      protocol: 'Speaker-independent: the `split` column of the table, one fold.',
      speakerIndependent: true,
      folds: [
        { name: 'table', train: ['mine/0', 'mine/1'], validation: ['mine/2'], test: ['mine/3', 'mine/4'] },
      ],
    });
  });

  it('gives a fold for each other word', () => {
    const { folds } = splitOf(['1', 'a'], ['2', 'b'], ['10', 'c']);
    expect(folds.map(({ name, test }) => [name, test])).toEqual([
      ['1', ['mine/0']],
      ['2', ['mine/1']],
      ['10', ['mine/2']],
    ]);
  });

  it('says which speakers are on both sides', () => {
    const split = splitOf(['train', 'ann'], ['train', 'bob'], ['test', 'ann']);
    expect(split.speakerIndependent).toBe(false);
    expect(split.protocol).toBe(
      'Speaker-dependent: the `split` column of the table, one fold; a leak: mine/ann is on both sides, so the score ' +
        'overstates the performance on new speakers.',
    );
  });

  it('says that voices are unknown', () => {
    const split = splitOf(['train'], ['train'], ['test']);
    expect(split).toMatchObject({ speakerIndependent: false, speakersUnknown: true });
    expect(split.protocol).toContain('the same voice may be on both sides');
  });

  it('rejects one recording on both sides', () => {
    const [one, other] = clips([['train'], ['test']]);
    const twice = [one!, { ...other!, recording: one!.recording }];
    expect(() => makeSplit(twice, { kind: 'table' }, { seed: 1 })).toThrow(
      expect.objectContaining({ code: 'leak' }),
    );
  });

  it.each([
    [[['train'], [undefined]], '1 of 2 have none, for example `mine/1`'],
    [[['train'], ['maybe']], 'got maybe, train'],
    [[['x'], ['x']], 'got x'],
  ] as const)('rejects %j', (rows, message) => {
    expect(() => splitOf(...rows)).toThrow(
      expect.objectContaining({ code: 'invalid-split', message: expect.stringContaining(message) }),
    );
  });
});
