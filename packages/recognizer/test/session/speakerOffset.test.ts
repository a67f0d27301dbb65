import { describe, expect, it } from 'vitest';
import { fitClassProfile, type ProfiledClip, restrictProfile } from '../../src/scores/fitClassProfile.js';
import { softmax } from '../../src/scores/scores.js';
import { SpeakerOffset } from '../../src/session/speakerOffset.js';

/** Scores of the classes 0 and 1 without an offset: 2 for the class, -1 for the two others. */
const profile = [
  [2, -1, -1],
  [-1, 2, -1],
  [-1, -1, 2],
];
/** A speaker whose scores prefer the last label. */
const offset = [-1, -1.5, 2.5];
const clipOf = (label: number) => softmax(profile[label]!.map((score, i) => score + offset[i]!));
const labelOf = (shares: readonly number[]) => shares.indexOf(Math.max(...shares));

function after(clips: readonly number[], withProfile = true): SpeakerOffset {
  const estimate = new SpeakerOffset(3, withProfile ? profile : undefined);
  for (const label of clips) estimate.add(clipOf(label), 1);
  return estimate;
}

describe('SpeakerOffset', () => {
  it('changes nothing before the first clip', () => {
    const shares = new SpeakerOffset(3, profile).center([0.2, 0.5, 0.3]);
    [0.2, 0.5, 0.3].forEach((share, i) => expect(shares[i]).toBeCloseTo(share, 6));
  });

  it('corrects a speaker whose scores prefer one label', () => {
    expect(labelOf(clipOf(0))).toBe(2);
    expect(labelOf(after([0, 1, 2, 0, 1]).center(clipOf(0)))).toBe(0);
  });

  it('does not subtract the emotion of a session that has only one', () => {
    const angry = Array<number>(20).fill(1);
    const plain = softmax(profile[1]!);
    const withProfile = new SpeakerOffset(3, profile);
    const withoutProfile = new SpeakerOffset(3);
    for (const label of angry) {
      withProfile.add(softmax(profile[label]!), 1);
      withoutProfile.add(softmax(profile[label]!), 1);
    }
    expect(labelOf(withProfile.center(plain))).toBe(1);
    expect(withProfile.center(plain)[1]).toBeGreaterThan(0.9);
    expect(withoutProfile.center(plain)[1]).toBeLessThan(0.45);
  });

  it('adapts less if all clips seem to have one emotion, which could also be an offset', () => {
    const shift = (clips: readonly number[]) => Math.max(...after(clips).values);
    expect(shift([0, 0, 0, 0, 0])).toBeLessThan(0.7 * shift([0, 1, 2, 0, 1]));
    expect(shift([0])).toBeGreaterThan(0);
  });

  it('keeps an emotion that it is sure of in every session of one emotion', () => {
    for (const label of [0, 1, 2]) {
      const estimate = new SpeakerOffset(3, profile);
      for (let i = 0; i < 10; i++) estimate.add(softmax(profile[label]!), 1);
      expect(labelOf(estimate.center(softmax(profile[label]!)))).toBe(label);
      expect(Math.max(...estimate.values.map(Math.abs))).toBeLessThan(0.01);
    }
  });

  it('subtracts k / (k + 2) of the mean score without a profile', () => {
    const [middle, other] = [0.5 ** (2 / 3), 0.25 ** (2 / 3)];
    const estimate = new SpeakerOffset(3);
    estimate.add([0.25, 0.5, 0.25], 1);
    expect(estimate.center([0.25, 0.5, 0.25])[1]).toBeCloseTo(middle / (middle + 2 * other), 6);
  });

  it('is more certain about clips whose class is known', () => {
    const known = new SpeakerOffset(3, profile);
    for (let i = 0; i < 3; i++) known.add(clipOf(0), 1, 0);
    expect(labelOf(known.center(clipOf(0)))).toBe(0);
  });

  it('has the same memory after many clips, and about the same offset', () => {
    const many = after(Array.from({ length: 300 }, (_, i) => i % 3)).center(clipOf(0));
    const few = after(Array.from({ length: 60 }, (_, i) => i % 3)).center(clipOf(0));
    many.forEach((share, i) => expect(share).toBeCloseTo(few[i]!, 1));
  });
});

describe('fitClassProfile', () => {
  const clipsOf = (speaker: string, by: number, labels: readonly number[]): ProfiledClip[] =>
    labels.map((actual) => ({
      ...{ speaker, actual },
      probabilities: softmax(profile[actual]!.map((score, i) => score + by * offset[i]!)),
    }));

  it('separates the scores of classes from the offsets of speakers', () => {
    const fitted = fitClassProfile([...clipsOf('ann', 1, [0, 1, 2]), ...clipsOf('bob', -1, [0, 1, 2, 2])], 3);
    fitted.forEach((row, c) => row.forEach((mean, i) => expect(mean).toBeCloseTo(profile[c]![i]!, 5)));
  });

  it('accepts speakers who lack a class', () => {
    const fitted = fitClassProfile([...clipsOf('ann', 1, [0, 1]), ...clipsOf('bob', 0, [0, 1, 2])], 3);
    expect(fitted[2]![2]).toBeCloseTo(2, 1);
  });

  it('can be restricted to some labels', () => {
    expect(restrictProfile(profile, [0, 2])).toEqual([
      [1.5, -1.5],
      [-1.5, 1.5],
    ]);
  });
});
