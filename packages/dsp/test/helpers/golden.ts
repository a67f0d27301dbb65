import { readFileSync } from 'node:fs';

/** Results recorded by reference/goldens/dsp.py, one entry per case; `title` shows its options. */
export function golden<Case>(name: string): readonly (Case & { readonly title: string })[] {
  const file = new URL(`../goldens/${name}.json`, import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: (Case & { options?: unknown })[] };
  return cases.map((recorded) => ({ ...recorded, title: JSON.stringify(recorded.options) }));
}

/** A feature of the synthetic clip: the frames of librosa's result that were recorded, time first. */
export interface ClipCase<Options> {
  readonly sampleRate: number;
  readonly nSamples: number;
  readonly options: Options;
  readonly expected: {
    readonly nFrames: number;
    readonly nFeatures: number;
    readonly frames: readonly number[];
    readonly values: readonly number[];
  };
}

/** The rows of `[nFrames, nColumns]` with the given numbers. */
export function rowsOf(data: Float32Array, nColumns: number, rows: readonly number[]): number[] {
  return rows.flatMap((row) => [...data.subarray(row * nColumns, (row + 1) * nColumns)]);
}

/** Largest absolute difference; NaN if the lengths differ, so that no comparison passes. */
export function maxDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return NaN;
  return Array.from(actual).reduce(
    (largest, value, i) => Math.max(largest, Math.abs(value - expected[i]!)),
    0,
  );
}

/** Largest absolute difference, relative to the largest value expected. */
export function maxRelativeDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  const largest = Array.from(expected).reduce((peak, value) => Math.max(peak, Math.abs(value)), 0);
  return maxDifference(actual, expected) / largest;
}
