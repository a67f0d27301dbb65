import { readFileSync } from 'node:fs';
import type { Examples } from '../src/classifier/examples.js';
import type { ClassifierDescription } from '../src/description/classifierDescription.js';

export interface RecordedCase {
  readonly description: ClassifierDescription;
  readonly nFeatures: number;
  /** Unweighted average recall of the held-out examples for each C. */
  readonly recalls: readonly number[];
  readonly C: number;
  readonly temperature: number;
  /** Scores of the first 12 examples after fits to all. */
  readonly fits: readonly { readonly C: number; readonly scores: readonly number[] }[];
}

/** Results of scikit-learn, recorded by `reference/goldens/classifiers.py`. */
export const scikitLearnRecord = JSON.parse(
  readFileSync(new URL('goldens/classifiers.json', import.meta.url), 'utf8'),
) as {
  readonly scikitLearn: string;
  readonly nClasses: number;
  readonly groupSizes: readonly number[];
  readonly regularization: readonly number[];
  readonly cases: readonly RecordedCase[];
};

export interface GroupedExamples {
  readonly x: Examples;
  readonly y: Int32Array;
  readonly groups: readonly string[];
  readonly copies: Uint8Array;
}

/** The examples of the script: clips of several groups, each followed by its copy; features from a formula. */
export function groupedExamples(nFeatures: number): GroupedExamples {
  const { groupSizes, nClasses } = scikitLearnRecord;
  const clips = groupSizes.flatMap((size, group) => Array.from({ length: size }, () => `group ${group}`));
  const n = 2 * clips.length;
  const y = Int32Array.from({ length: n }, (_, row) => [0, 1, 2, 3, 0, 1, 0][(row >> 1) % 7]!);
  const data = Float32Array.from({ length: n * nFeatures }, (_, i) => {
    const [row, feature] = [Math.floor(i / nFeatures), i % nFeatures];
    const k = (row >> 1) * nFeatures + feature;
    const noise = Math.sin(0.37 * k * k) + 0.3 * Math.sin(0.53 * k * k + (row % 2));
    return noise + (feature % nClasses === y[row] ? 3 / Math.sqrt(nFeatures) : 0);
  });
  return {
    x: { data, shape: [n, 1, nFeatures] },
    y,
    groups: clips.flatMap((group) => [group, group]),
    copies: Uint8Array.from({ length: n }, (_, row) => row % 2),
  };
}
