import { describe, expect, it } from 'vitest';
import { makeSplit } from '../../src/splits/makeSplit.js';
import type { Utterance } from '../../src/utterance.js';

const labels = ['angry', 'sad'];

function clip(i: number, others: Partial<Utterance> = {}): Utterance {
  const id = `mine/${i}.wav`;
  return { id, path: `${i}.wav`, corpus: 'mine', emotion: labels[i % 2]!, recording: id, ...others };
}

const clips = (count: number, others: (i: number) => Partial<Utterance> = () => ({})) =>
  Array.from({ length: count }, (_, i) => clip(i, others(i)));

describe('a split by groups', () => {
  it('keeps folders on one side if every label is in several of them', () => {
    const utterances = clips(40, (i) => ({ group: `session${Math.floor(i / 8)}` }));
    const split = makeSplit(utterances, { kind: 'group' }, { seed: 1 });
    const groupOf = new Map(utterances.map(({ id, group }) => [id, group]));
    expect(split.folds).toHaveLength(5);
    for (const { train, test } of split.folds) {
      const trained = new Set(train.map((id) => groupOf.get(id)));
      expect(test).toHaveLength(8);
      expect(test.some((id) => trained.has(groupOf.get(id)))).toBe(false);
    }
    expect(split).toMatchObject({ kind: 'group', speakerIndependent: false, speakersUnknown: true });
    expect(split.protocol).toBe(
      'By groups of recordings (the clips of a folder): cross-validation in 5 folds of 5 groups; speakers are unknown, so the ' +
        'same voice may be on both sides, and the score may overstate the performance on new speakers.',
    );
  });

  it('keeps the parts of a file together, and does not use the folders of labels', () => {
    const utterances = clips(40, (i) => ({
      path: `${labels[i % 2]}/${Math.floor(i / 4)}.wav`,
      group: labels[i % 2]!,
    }));
    const { folds, protocol } = makeSplit(utterances, { kind: 'group', folds: 2 }, { seed: 1 });
    expect(protocol).toContain('(the clips of a file)');
    const fileOf = new Map(utterances.map(({ id, path }) => [id, path]));
    const trained = new Set(folds[0]!.train.map((id) => fileOf.get(id)));
    expect(folds[0]!.test.some((id) => trained.has(fileOf.get(id)))).toBe(false);
  });

  it('has the emotions in proportion', () => {
    const { folds } = makeSplit(
      clips(100),
      { kind: 'group', testFraction: 0.2, validationFraction: 0.25 },
      { seed: 1 },
    );
    expect(folds).toHaveLength(1);
    const [{ train, validation, test }] = folds as [(typeof folds)[0]];
    expect([train, validation, test].map(({ length }) => length)).toEqual([60, 20, 20]);
    expect(test.filter((id) => Number(/\d+/.exec(id)) % 2 === 0)).toHaveLength(10);
  });

  it('is speaker-independent if all speakers are known', () => {
    const utterances = clips(20, (i) => ({ speaker: `s${i % 5}` }));
    const split = makeSplit(utterances, { kind: 'group' }, { seed: 1 });
    expect(split).toMatchObject({ speakerIndependent: true });
    expect(split.speakersUnknown).toBeUndefined();
  });

  it('needs at least two groups', () => {
    const utterances = clips(4, () => ({ path: 'talk.wav' }));
    expect(() => makeSplit(utterances, { kind: 'group' }, { seed: 1 })).toThrow(
      expect.objectContaining({ code: 'too-few-clips' }),
    );
  });
});
