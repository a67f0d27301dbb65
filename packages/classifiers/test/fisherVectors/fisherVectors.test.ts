import { describe, expect, it } from 'vitest';
import { expectationMaximization, randomMixture } from '../../src/fisherVectors/expectationMaximization.js';
import { FisherVectors } from '../../src/fisherVectors/fisherVectors.js';
import { FrameTransform } from '../../src/fisherVectors/frameTransform.js';
import type { Frames } from '../../src/fisherVectors/frames.js';
import type { GaussianMixture } from '../../src/fisherVectors/gaussianMixture.js';
import { MixtureSums } from '../../src/fisherVectors/mixtureSums.js';
import { Responsibilities } from '../../src/fisherVectors/responsibilities.js';
import {
  fisherRecord,
  largestDifference,
  madeUpClips,
  madeUpFrames,
  recordedMixture,
  reversed,
} from './madeUpFrames.js';

const { scikitLearn, nClips, nFrames, nDimensions, nComponents, steps } = fisherRecord;

/** Frames as they are. */
const identity = new FrameTransform({
  scale: { means: new Float64Array(nDimensions), deviations: new Float64Array(nDimensions).fill(1) },
  bound: 100,
});

function vectorOf(clip: Frames, mixture = recordedMixture): Float32Array {
  const vectors = new FisherVectors(identity, mixture);
  const output = new Float32Array(vectors.size);
  vectors.write(clip, output);
  return output;
}

function startMixture() {
  const means = madeUpFrames.slice(0, nComponents * nDimensions);
  const { variances } = randomMixture(madeUpFrames, { nComponents, nDimensions, seed: 1 });
  return { weights: new Float64Array(nComponents).fill(1 / nComponents), means, variances };
}

describe(`a Gaussian mixture equals that of scikit-learn ${scikitLearn}`, () => {
  it('after the same steps from the same start', async () => {
    const options = { maxSteps: steps, tolerance: -Infinity };
    const mixture = await expectationMaximization(startMixture(), madeUpFrames, options);
    // Those of the components left out of a frame, 1e-6 of it, are all that differ.
    expect(largestDifference(mixture.weights, recordedMixture.weights)).toBeLessThan(1e-5);
    expect(largestDifference(mixture.means, recordedMixture.means)).toBeLessThan(1e-4);
    expect(largestDifference(mixture.variances, recordedMixture.variances)).toBeLessThan(1e-4);
  });

  it('in its densities and responsibilities', () => {
    const responsibilities = new Responsibilities(recordedMixture);
    let total = 0;
    for (let frame = 0; frame < nClips * nFrames; frame++) {
      total += responsibilities.read(madeUpFrames, frame * nDimensions);
      if (frame >= nFrames) continue;
      const values = new Float64Array(nComponents);
      for (let i = 0; i < responsibilities.count; i++) {
        values[responsibilities.components[i]!] = responsibilities.values[i]!;
      }
      const expected = fisherRecord.responsibilities.slice(frame * nComponents, (frame + 1) * nComponents);
      expect(largestDifference(values, expected)).toBeLessThan(4e-6);
    }
    expect(total / (nClips * nFrames)).toBeCloseTo(fisherRecord.meanLogDensity, 6);
  });

  it('in its Fisher vectors', () => {
    fisherRecord.vectors.forEach((expected, clip) => {
      // A gradient that is off by 1e-6 and near 0 is off by 1e-3 in its square root.
      expect(largestDifference(vectorOf(madeUpClips[clip]!), expected)).toBeLessThan(1e-3);
    });
  });
});

describe('expectationMaximization', () => {
  it('never makes the frames less likely', async () => {
    let mixture: GaussianMixture = startMixture();
    let before = -Infinity;
    for (let step = 0; step < 12; step++) {
      const sums = new MixtureSums(new Responsibilities(mixture));
      let total = 0;
      for (let at = 0; at < madeUpFrames.length; at += nDimensions) total += sums.add(madeUpFrames, at);
      expect(total).toBeGreaterThan(before - 1e-3);
      before = total;
      mixture = await expectationMaximization(mixture, madeUpFrames, { maxSteps: 1 });
    }
  });

  it('keeps a variance of 1e-3 if all frames are equal, and components without frames', async () => {
    const frames = new Float64Array(20).fill(0.5);
    const start = {
      weights: Float64Array.of(0.5, 0.5),
      means: Float64Array.of(0.5, 100),
      variances: Float64Array.of(1, 1),
    };
    const { weights, means, variances } = await expectationMaximization(start, frames);
    expect([...variances]).toEqual([1e-3, 1]);
    expect(means[0]).toBeCloseTo(0.5, 12);
    expect(means[1]).toBe(100);
    expect(weights[0]).toBe(1);
    expect(weights[1]).toBeGreaterThan(0);
  });

  it('stops when it is aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(expectationMaximization(startMixture(), madeUpFrames, { signal })).rejects.toThrow('enough');
  });
});

describe('Responsibilities', () => {
  it('do not depend on the previous frame', () => {
    const fresh = (at: number) => {
      const responsibilities = new Responsibilities(recordedMixture);
      responsibilities.read(madeUpFrames, at);
      return [...responsibilities.values.subarray(0, responsibilities.count)];
    };
    const used = new Responsibilities(recordedMixture);
    for (let at = 0; at < 60 * nDimensions; at += nDimensions) {
      used.read(madeUpFrames, at);
      expect([...used.values.subarray(0, used.count)]).toEqual(fresh(at));
    }
  });

  it('ignore negligible components', () => {
    const far = {
      weights: Float64Array.of(0.5, 0.5),
      means: Float64Array.of(0, 0, 10, 0),
      variances: Float64Array.of(1, 1, 1, 1),
    };
    const responsibilities = new Responsibilities(far);
    responsibilities.read(Float64Array.of(0, 0, 5, 0), 0);
    expect([responsibilities.count, responsibilities.components[0], responsibilities.values[0]]).toEqual([
      1, 0, 1,
    ]);
    responsibilities.read(Float64Array.of(0, 0, 5, 0), 2); // halfway
    expect([...responsibilities.values]).toEqual([0.5, 0.5]);
  });
});

describe('FisherVectors', () => {
  const lengthOf = (vector: Float32Array) => Math.hypot(...vector);

  it('have one value per weight, two per mean, and length 1', () => {
    const vector = vectorOf(madeUpClips[0]!);
    expect(vector).toHaveLength(nComponents * (1 + 2 * nDimensions));
    expect(lengthOf(vector)).toBeCloseTo(1, 6);
  });

  it('do not change with the order of the frames', () => {
    const [clip] = madeUpClips;
    expect(largestDifference(vectorOf(reversed(clip!)), vectorOf(clip!))).toBeLessThan(1e-6);
  });

  it('are the same for a clip repeated twice', () => {
    const { data, nFeatures } = madeUpClips[0]!;
    const twice = { data: Float32Array.from([...data, ...data]), nFrames: 2 * nFrames, nFeatures };
    expect(largestDifference(vectorOf(twice), vectorOf(madeUpClips[0]!))).toBeLessThan(1e-6);
  });

  it('have a gradient of 0 over the frames that the mixture was fitted to', async () => {
    const mixture = await expectationMaximization(startMixture(), madeUpFrames, {
      maxSteps: 3000,
      tolerance: 1e-13,
    });
    const responsibilities = new Responsibilities(mixture);
    const sums = new MixtureSums(responsibilities);
    for (let at = 0; at < madeUpFrames.length; at += nDimensions) sums.add(madeUpFrames, at);
    const n = nClips * nFrames;
    // What the vector has before its square roots: nothing pulls weight, mean or deviation anywhere.
    sums.counts.forEach((count, k) => expect(count / n - mixture.weights[k]!).toBeCloseTo(0, 4));
    sums.sums.forEach((sum, i) => {
      const k = Math.floor(i / nDimensions);
      const mean = mixture.means[i]!;
      expect((sum - sums.counts[k]! * mean) / n).toBeCloseTo(0, 4);
      const spread =
        sums.squares[i]! - 2 * mean * sum + sums.counts[k]! * (mean ** 2 - mixture.variances[i]!);
      expect(spread / n).toBeCloseTo(0, 4);
    });
    // And a clip of other frames is pulled at.
    const one = vectorOf(
      { data: new Float32Array(nDimensions).fill(2), nFrames: 1, nFeatures: nDimensions },
      mixture,
    );
    expect(lengthOf(one)).toBeCloseTo(1, 6);
  });

  it('point from the mean of the only Gaussian to the frames', () => {
    const single = { weights: Float64Array.of(1), means: Float64Array.of(0), variances: Float64Array.of(4) };
    const transform = new FrameTransform({
      scale: { means: Float64Array.of(0), deviations: Float64Array.of(1) },
      bound: 100,
    });
    const vectors = new FisherVectors(transform, single);
    const output = new Float32Array(3);
    vectors.write({ data: Float32Array.of(4, 4), nFrames: 2, nFeatures: 1 }, output);
    // Weight: 0. Mean: 4 / 2 = 2. Deviation: (4² / 4 - 1) / √2 = 2.12. Then roots, over the root of 2 + 2.12.
    const [byMean, byDeviation] = [2, 3 / Math.SQRT2];
    const length = Math.sqrt(byMean + byDeviation);
    expect(output[0]).toBe(0);
    expect(output[1]).toBeCloseTo(Math.sqrt(byMean) / length, 6);
    expect(output[2]).toBeCloseTo(Math.sqrt(byDeviation) / length, 6);
    vectors.write({ data: Float32Array.of(-4, -4), nFrames: 2, nFeatures: 1 }, output);
    expect(output[1]).toBeCloseTo(-Math.sqrt(byMean) / length, 6);
  });
});
