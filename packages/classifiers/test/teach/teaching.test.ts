import { RandomStream } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { type TaughtExample, Teaching } from '../../src/index.js';

const nFeatures = 40;
const nClasses = 4;

/** Clips of a speaker: one mean per class, and noise. The general scores know nothing but a bias toward class 0. */
function clipsOf(seed: number, perClass: number, spread = 0.7): readonly TaughtExample[] {
  const random = new RandomStream(11);
  const means = Array.from({ length: nClasses }, () => normals(random, nFeatures));
  const noise = new RandomStream(seed);
  return means.flatMap((mean, label) =>
    Array.from({ length: perClass }, (_, i) => {
      const row = Float32Array.from(normals(noise, nFeatures), (value, j) => mean[j]! + value * spread);
      return { id: `${label}-${i}`, row, scores: [1, 0, 0, 0], label };
    }),
  );
}

function normals(random: RandomStream, n: number): number[] {
  return Array.from({ length: n }, () => random.normal());
}

function taught(examples: readonly TaughtExample[], options = {}): Teaching {
  const teaching = new Teaching({ nFeatures, nClasses, ...options });
  for (const example of examples) teaching.teach(example);
  return teaching;
}

function accuracy(teaching: Teaching, clips: readonly TaughtExample[]): number {
  const fitted = teaching.fit();
  const right = clips.filter(({ row, scores, label }) => largest(fitted.scores(row, scores)) === label);
  return right.length / clips.length;
}

function largest(scores: Float64Array): number {
  return scores.indexOf(Math.max(...scores));
}

describe('Teaching', () => {
  it('is the general classifier before anything is taught', () => {
    const [clip] = clipsOf(1, 1);
    expect([...taught([]).fit().scores(clip!.row, [1, 2, 3, 4])]).toEqual([1, 2, 3, 4]);
  });

  it('recognizes the classes of a speaker after three clips each', () => {
    const clips = clipsOf(2, 20);
    expect(accuracy(taught([]), clips)).toBe(0.25);
    expect(accuracy(taught(clipsOf(1, 3)), clips)).toBeGreaterThan(0.95);
  });

  it('does not depend on the order of the examples, not even in the last bit', () => {
    const clips = clipsOf(1, 4);
    const [other] = clipsOf(2, 1);
    const scores = (examples: readonly TaughtExample[]) => [
      ...taught(examples).fit().scores(other!.row, other!.scores),
    ];
    expect(scores([...clips].reverse())).toEqual(scores(clips));
  });

  it('forgets an example completely', () => {
    const clips = clipsOf(1, 3);
    const teaching = taught(clips);
    expect(teaching.forget('2-1')).toBe(true);
    expect(teaching.forget('2-1')).toBe(false);
    const without = taught(clips.filter(({ id }) => id !== '2-1'));
    const [other] = clipsOf(2, 1);
    expect(teaching.fit().scores(other!.row, other!.scores)).toEqual(
      without.fit().scores(other!.row, other!.scores),
    );
  });

  it('replaces an example with the same id', () => {
    const clips = clipsOf(1, 3);
    const teaching = taught(clips.map((clip) => ({ ...clip, label: 0 })));
    for (const clip of clips) teaching.teach(clip);
    expect(teaching.examples).toEqual(clips);
    expect(accuracy(teaching, clipsOf(2, 5))).toBeGreaterThan(0.95);
  });

  it('keeps classes that were never taught', () => {
    const aware = clipsOf(2, 20).map((clip) => ({ ...clip, scores: scoresFor(clip.label) }));
    const onlyTwo = clipsOf(1, 5)
      .map((clip) => ({ ...clip, scores: scoresFor(clip.label) }))
      .filter(({ label }) => label < 2);
    expect(accuracy(taught(onlyTwo), aware)).toBeGreaterThan(0.95);
  });

  it('trusts an example little whose label disagrees with the others', () => {
    const clips = clipsOf(1, 5);
    const wrong = clips.map((clip) => (clip.id === '1-0' ? { ...clip, label: 2 } : clip));
    const [similar] = clips.filter(({ id }) => id === '1-0');
    const fitted = taught(wrong).fit();
    expect(largest(fitted.scores(similar!.row, similar!.scores))).toBe(1);
    expect(accuracy(taught(wrong), clipsOf(2, 20))).toBeGreaterThan(0.95);
  });

  it('changes the general scores less the greater the strength', () => {
    const [clip] = clipsOf(1, 1);
    const example = { ...clip!, label: 1 };
    const gain = (strength: number) =>
      taught([example], { strength }).fit().scores(example.row, example.scores)[1]!;
    expect(gain(0.1)).toBeGreaterThan(gain(1));
    expect(gain(1)).toBeGreaterThan(gain(10));
    expect(gain(1e9)).toBeCloseTo(0, 6);
  });

  it('subtracts the offset of a session from taught and other clips', () => {
    const clips = clipsOf(1, 2);
    const offset = [1, 0, 0, 0];
    const shifted = clips.map((clip) => ({ ...clip, scores: [0, 0, 0, 0] }));
    const [other] = clipsOf(2, 1);
    expect(taught(clips).fit(offset).scores(other!.row, [1, 0, 0, 0])).toEqual(
      taught(shifted).fit().scores(other!.row, [0, 0, 0, 0]),
    );
  });

  it('rejects rows, scores, labels, and options that do not fit', () => {
    const teaching = taught([]);
    const row = new Float32Array(nFeatures);
    const example = { id: 'a', row, scores: [0, 0, 0, 0], label: 0 };
    expect(() => teaching.teach({ ...example, row: row.subarray(1) })).toThrow('`row` must have 40');
    expect(() => teaching.teach({ ...example, scores: [0, 0, 0, NaN] })).toThrow('`scores` must have 4');
    expect(() => teaching.teach({ ...example, label: 4 })).toThrow('`label` must be');
    expect(() => taught([], { strength: 0 })).toThrow('`strength` must be a finite number above 0');
  });
});

describe('heldOutScores', () => {
  it('estimates the accuracy on other clips within a few points', () => {
    for (const spread of [2, 3]) {
      const clips = clipsOf(1, 8, spread);
      const teaching = taught(clips);
      const heldOut = teaching.heldOutScores();
      const right = clips.filter(({ id, label }) => largest(heldOut.get(id)!) === label);
      const estimate = right.length / clips.length;
      expect(Math.abs(estimate - accuracy(teaching, clipsOf(2, 200, spread)))).toBeLessThan(0.12);
    }
  });

  it('has scores for every example, also when classes differ in size', () => {
    const clips = clipsOf(1, 6).filter(({ label }, i) => label > 0 || i === 0);
    const heldOut = taught(clips).heldOutScores();
    expect([...heldOut.keys()].sort()).toEqual(clips.map(({ id }) => id).sort());
    for (const scores of heldOut.values()) expect([...scores].every(Number.isFinite)).toBe(true);
  });

  it('is empty before anything is taught', () => {
    expect(taught([]).heldOutScores().size).toBe(0);
  });
});

function scoresFor(label: number): number[] {
  return Array.from({ length: nClasses }, (_, c) => (c === label ? 2 : 0));
}
