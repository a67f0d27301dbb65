import { DspError } from '../errors.js';
import type { Features } from './features.js';

/** Features without names. */
type Unnamed = Pick<Features, 'data' | 'nFrames' | 'nFeatures'>;

/** Features of several clips in one array, as classifiers and networks take them. */
export interface StackedFeatures {
  /** Row-major: `[nClips, nFrames, nFeatures]`. */
  readonly data: Float32Array;
  readonly shape: readonly [nClips: number, nFrames: number, nFeatures: number];
}

/**
 * Stacks features of equal shape along a new first axis, like `numpy.stack`.
 *
 * @param features of at least one clip
 * @returns a copy of all features, of shape `[nClips, nFrames, nFeatures]`
 * @throws {SerError} `shape-mismatch` if the shapes differ, or without features
 *
 * @example
 * const { data, shape } = stack(clips.map((clip) => plan.extract(clip))); // shape: [120, 94, 40]
 */
export function stack(features: readonly Unnamed[]): StackedFeatures {
  const [first] = features;
  if (first === undefined) {
    throw new DspError('shape-mismatch', '`features` must hold the features of at least one clip; got none.');
  }
  const { nFrames, nFeatures } = first;
  const size = nFrames * nFeatures;
  const data = new Float32Array(features.length * size);
  features.forEach((one, i) => {
    requireShape(one, i, first);
    data.set(one.data, i * size);
  });
  return { data, shape: [features.length, nFrames, nFeatures] };
}

function requireShape({ data, nFrames, nFeatures }: Unnamed, index: number, first: Unnamed): void {
  if (nFrames === first.nFrames && nFeatures === first.nFeatures && data.length === nFrames * nFeatures)
    return;
  throw new DspError(
    'shape-mismatch',
    `Features to stack must all have the shape [${first.nFrames}, ${first.nFeatures}] of the first; got ` +
      `[${nFrames}, ${nFeatures}] at index ${index}. Give clips the same length with \`segment\`, or reduce frames ` +
      'with `functionals`.',
  );
}
