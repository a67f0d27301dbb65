import { describe, expect, it } from 'vitest';
import { FramePairs } from '../../src/descriptors/framePairs.js';
import { PaddedSamples } from '../../src/descriptors/paddedSamples.js';
import { runSteps } from '../../src/steps/steps.js';

describe('FramePairs', () => {
  it('knows the two frames of a clip that are computed, until another clip is loaded', () => {
    const pairs = new FramePairs();
    const samples = new PaddedSamples();
    runSteps(samples.load(new Float32Array(1000).fill(0.1), { normalized: false }));
    expect(pairs.laneOf(samples, 0)).toBeUndefined();
    pairs.done(samples, 4);
    expect([3, 4, 5, 6].map((frame) => pairs.laneOf(samples, frame))).toEqual([undefined, 0, 1, undefined]);
    runSteps(samples.load(new Float32Array(1000).fill(0.2), { normalized: false }));
    expect(pairs.laneOf(samples, 4)).toBeUndefined();
  });
});
