import { integerSource } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { divide, drawClips, withWrongLabels } from '../../src/teaching/drawClips.js';
import type { TestClip, TestSpeaker } from '../../src/teaching/testSpeaker.js';

const clip = (id: string, actual: number): TestClip => {
  const view = { row: Float32Array.of(1), shares: [0.5, 0.5] };
  return { ...view, id, actual, functionals: view };
};
const clips = [...'abcdefgh'].map((id) => clip(id, 0)).concat([...'xy'].map((id) => clip(id, 1)));
const speaker: TestSpeaker = { name: 's', corpus: 'c', nClasses: 2, clips, profile: [] };
const idsOf = (some: readonly TestClip[]) => some.map(({ id }) => id).sort();

describe('divide', () => {
  it('leaves at least one clip of each class to test', () => {
    const { taught, tested } = divide(drawClips(speaker, integerSource(1)), 3);
    expect(taught.map(({ actual }) => actual)).toEqual([0, 0, 0, 1]);
    expect(tested).toHaveLength(6);
    expect(idsOf([...taught, ...tested])).toEqual(idsOf(clips));
  });

  it('teaches some classes only', () => {
    const { taught } = divide(drawClips(speaker, integerSource(1)), 3, [0]);
    expect(taught.map(({ actual }) => actual)).toEqual([0, 0, 0]);
  });
});

describe('withWrongLabels', () => {
  it('exchanges one label in ten', () => {
    const wrong = withWrongLabels(clips, 2, integerSource(1));
    expect(idsOf(wrong)).toEqual(idsOf(clips));
    expect(wrong.filter(({ actual }, i) => actual !== clips[i]!.actual)).toHaveLength(1);
  });
});
