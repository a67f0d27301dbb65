import { integerSource, shuffled } from '@ser/core';
import { classify, growTree } from './decisionTree.js';
import type { ClipMeasures } from './measureClip.js';

/** A property of files that should not say which label they have. */
export type LeakSource =
  'length' | 'level' | 'leading zeros' | 'trailing zeros' | 'sample rate' | 'all of these';

/** How well a property of the files alone predicts the label. */
export interface LabelLeak {
  readonly source: LeakSource;
  /** Share of the clips whose label a small decision tree predicts, cross-validated, in [0, 1]. */
  readonly accuracy: number;
  /** Share of the most frequent label. */
  readonly majority: number;
  /** Whether it is so much better than the most frequent label that a model may learn the files instead of the voices. */
  readonly warns: boolean;
}

export interface LabeledMeasures extends Pick<
  ClipMeasures,
  'seconds' | 'levelDb' | 'leadingZeros' | 'trailingZeros' | 'sampleRate'
> {
  readonly label: string;
}

const columns: readonly (readonly [
  Exclude<LeakSource, 'all of these'>,
  keyof Omit<LabeledMeasures, 'label'>,
])[] = [
  ['length', 'seconds'],
  ['level', 'levelDb'],
  ['leading zeros', 'leadingZeros'],
  ['trailing zeros', 'trailingZeros'],
  ['sample rate', 'sampleRate'],
];

const nFolds = 5;
/** Clips to learn from; more do not change the finding. */
const maxClips = 5000;

/**
 * How much of what is left to gain over the most frequent label a property may predict. Emotions change how long and loud
 * people speak, so length and level may predict some; how a file is stored may predict nothing.
 */
const allowedGain: Readonly<Record<LeakSource, number>> = {
  length: 0.3,
  level: 0.35,
  'leading zeros': 0.08,
  'trailing zeros': 0.08,
  'sample rate': 0.08,
  'all of these': 0.45,
};

/**
 * Predicts the label of each clip from the length, level, zeros, and sample rate of its file, with a decision tree of at
 * most 16 leaves that is tested on clips it was not trained on (five folds).
 *
 * @returns one entry for each property that differs between clips, then one for all; none if there are too few clips
 */
export function findLeaks(clips: readonly LabeledMeasures[]): readonly LabelLeak[] {
  const labels = [...new Set(clips.map(({ label }) => label))].sort();
  if (labels.length < 2 || clips.length < 2 * nFolds * labels.length) return [];
  const used = shuffled(clips, integerSource(1)).slice(0, maxClips);
  const y = used.map(({ label }) => labels.indexOf(label));
  const majority = Math.max(...labels.map((_, i) => y.filter((one) => one === i).length)) / y.length;
  const varying = columns.filter(([, key]) => new Set(used.map((clip) => clip[key])).size > 1);
  const value = (clip: LabeledMeasures, key: (typeof columns)[number][1]) => Math.max(clip[key], -200);
  const all = varying.length > 1 ? [['all of these', varying.map(([, key]) => key)] as const] : [];
  return [...varying.map(([source, key]) => [source, [key]] as const), ...all].map(([source, keys]) => {
    const rows = used.map((clip) => keys.map((key) => value(clip, key)));
    const accuracy = crossValidated(rows, y, labels.length);
    const gain = (accuracy - majority) / (1 - majority);
    const error = Math.sqrt((majority * (1 - majority)) / y.length);
    return {
      source,
      accuracy,
      majority,
      warns: gain > allowedGain[source] && accuracy > majority + 3 * error,
    };
  });
}

function crossValidated(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  nClasses: number,
): number {
  let correct = 0;
  const options = { nClasses, depth: 4, minLeaf: Math.max(3, Math.floor(rows.length / 200)) };
  for (let fold = 0; fold < nFolds; fold++) {
    const train = rows.flatMap((_, i) => (i % nFolds === fold ? [] : i));
    const tree = growTree(
      train.map((i) => rows[i]!),
      train.map((i) => y[i]!),
      options,
    );
    for (let i = fold; i < rows.length; i += nFolds) correct += Number(classify(tree, rows[i]!) === y[i]);
  }
  return correct / rows.length;
}
