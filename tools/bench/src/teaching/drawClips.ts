import { type IntegerSource, shuffled } from '@ser/core';
import type { TestClip, TestSpeaker } from './testSpeaker.js';

/** The clips of a speaker in a random order, by class. */
export type DrawnClips = readonly (readonly TestClip[])[];

/** The clips that are taught, and the others. */
export interface TaughtAndTested {
  readonly taught: readonly TestClip[];
  readonly tested: readonly TestClip[];
}

export function drawClips({ clips, nClasses }: TestSpeaker, random: IntegerSource): DrawnClips {
  return Array.from({ length: nClasses }, (_, c) =>
    shuffled(
      clips.filter(({ actual }) => actual === c),
      random,
    ),
  );
}

/**
 * Up to `perClass` clips of each class, or of some classes, to teach. One clip of each class at least is left to test.
 *
 * @param classes to teach. @default all
 */
export function divide(drawn: DrawnClips, perClass: number, classes?: readonly number[]): TaughtAndTested {
  const counts = drawn.map((clips, c) =>
    classes?.includes(c) === false ? 0 : Math.max(0, Math.min(perClass, clips.length - 1)),
  );
  return {
    taught: drawn.flatMap((clips, c) => clips.slice(0, counts[c])),
    tested: drawn.flatMap((clips, c) => clips.slice(counts[c])),
  };
}

/** The clips with one label in ten, rounded, exchanged for another one. */
export function withWrongLabels(
  clips: readonly TestClip[],
  nClasses: number,
  random: IntegerSource,
): readonly TestClip[] {
  const wrong = new Set(shuffled([...clips.keys()], random).slice(0, Math.round(clips.length / 10)));
  return clips.map((clip, i) =>
    wrong.has(i) ? { ...clip, actual: (clip.actual + random(1, nClasses - 1)) % nClasses } : clip,
  );
}
