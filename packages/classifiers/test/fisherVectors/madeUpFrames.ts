import { readFileSync } from 'node:fs';
import type { Frames } from '../../src/fisherVectors/frames.js';
import type { GaussianMixture } from '../../src/fisherVectors/gaussianMixture.js';

interface RecordedMixture {
  readonly weights: readonly number[];
  readonly means: readonly number[];
  readonly variances: readonly number[];
}

/** Results of scikit-learn, recorded by `reference/goldens/fisher_vectors.py`. */
export const fisherRecord = JSON.parse(
  readFileSync(new URL('../goldens/fisherVectors.json', import.meta.url), 'utf8'),
) as {
  readonly scikitLearn: string;
  readonly nClips: number;
  readonly nFrames: number;
  readonly nDimensions: number;
  readonly nComponents: number;
  readonly steps: number;
  readonly mixture: RecordedMixture;
  readonly meanLogDensity: number;
  readonly responsibilities: readonly number[];
  readonly vectors: readonly (readonly number[])[];
};

export const recordedMixture: GaussianMixture = {
  weights: Float64Array.from(fisherRecord.mixture.weights),
  means: Float64Array.from(fisherRecord.mixture.means),
  variances: Float64Array.from(fisherRecord.mixture.variances),
};

/** The frames of the script: values of a formula around four places. */
export function madeUpClip(clip: number): Frames {
  const { nFrames, nDimensions: nFeatures } = fisherRecord;
  const data = Float32Array.from({ length: nFrames * nFeatures }, (_, i) => {
    const [frame, column] = [Math.floor(i / nFeatures), i % nFeatures];
    const k = clip * nFrames * nFeatures + i;
    const place = 0.8 * Math.sin(1.3 * ((frame + clip) % 4) + column);
    return place + (1 + 0.1 * column) * Math.sin(0.37 * k * k);
  });
  return { data, nFrames, nFeatures };
}

export const madeUpClips = Array.from({ length: fisherRecord.nClips }, (_, clip) => madeUpClip(clip));

/** The frames of all clips, one after the other. */
export const madeUpFrames = Float64Array.from(madeUpClips.flatMap(({ data }) => [...data]));

/** A clip with its frames in reverse order. */
export function reversed({ data, nFrames, nFeatures }: Frames): Frames {
  const other = Float32Array.from(data, (_, i) => {
    const frame = nFrames - 1 - Math.floor(i / nFeatures);
    return data[frame * nFeatures + (i % nFeatures)]!;
  });
  return { data: other, nFrames, nFeatures };
}

export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expectEqualLengths(a, b);
  return Array.from(a).reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0);
}

function expectEqualLengths(a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length !== b.length) throw new Error(`There must be ${b.length} numbers; got ${a.length}.`);
}
