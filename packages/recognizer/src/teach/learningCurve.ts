import { integerSource, requireInteger, shuffled } from '@ser/core';
import type { TaughtClip, TeachSettings } from './taughtClip.js';
import { Teacher } from './teacher.js';

/** How well the clips that are left out are recognized after some of the others were taught. */
export interface LearningPoint {
  /** Taught clips of each label. */
  readonly clipsPerLabel: number;
  /** Mean over the draws of the unweighted average recall (UAR) on the clips that were not taught. */
  readonly uar: number;
  /** 95% of the draws are between these. */
  readonly low: number;
  readonly high: number;
}

export interface LearningCurveOptions {
  /** How many times the clips to teach are drawn, at least 1. @default 20 */
  readonly draws?: number | undefined;
  /** Seed of the draws, an integer from 0 to 2^32 - 1. @default 0 */
  readonly seed?: number | undefined;
}

const numbers = [0, 1, 2, 3, 5, 10];

/**
 * The learning curve of a speaker: with 0, 1, 2, 3, 5, and 10 taught clips of each label, as far as every label has more
 * clips than that. The others are tested, so the clips that are taught are never tested.
 *
 * @param modelLabels the labels of the model
 * @throws {SerError} `invalid-option`
 */
export function learningCurve(
  clips: readonly TaughtClip[],
  {
    modelLabels,
    settings,
    draws = 20,
    seed = 0,
  }: LearningCurveOptions & { readonly modelLabels: readonly string[]; readonly settings: TeachSettings },
): readonly LearningPoint[] {
  requireInteger('draws', draws, { min: 1, max: 10_000 });
  const groups = [...new Set(clips.map(({ label }) => label))].map((label) =>
    clips.filter((clip) => clip.label === label),
  );
  if (groups.length < 2) return [];
  const fewest = Math.min(...groups.map(({ length }) => length));
  return numbers
    .filter((n) => n < fewest)
    .map((clipsPerLabel) => {
      const random = integerSource(seed);
      const uars = Array.from({ length: clipsPerLabel === 0 ? 1 : draws }, () => {
        const drawn = groups.map((group) => shuffled(group, random));
        const taught = drawn.flatMap((group) => group.slice(0, clipsPerLabel));
        const teacher = new Teacher(modelLabels, settings, taught);
        return mean(drawn.map((group) => recall(teacher, modelLabels, group.slice(clipsPerLabel))));
      }).sort((a, b) => a - b);
      const at = (share: number) => uars[Math.round(share * (uars.length - 1))]!;
      return { clipsPerLabel, uar: mean(uars), low: at(0.025), high: at(0.975) };
    });
}

/** The share of clips of one label that are recognized. */
function recall(teacher: Teacher, modelLabels: readonly string[], clips: readonly TaughtClip[]): number {
  const labels = teacher.size === 0 ? modelLabels : teacher.labels;
  const isRight = ({ row, shares, label }: TaughtClip) => {
    const answer = teacher.size === 0 ? shares : teacher.probabilities(row, shares);
    return labels[answer.indexOf(Math.max(...answer))] === label;
  };
  return clips.filter(isRight).length / clips.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
