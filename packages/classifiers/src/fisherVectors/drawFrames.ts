import { deriveSeed, shuffledIndices } from '@ser/core';
import type { Frames } from './frames.js';

/**
 * Draws frames at random, the same number from each clip; all frames of clips that have fewer.
 *
 * @param clips clips with the same number of features
 * @returns `[n, nFeatures]`, at most `maxFrames` frames
 */
export function drawFrames(clips: readonly Frames[], maxFrames: number, seed: number): Float32Array {
  const { nFeatures } = clips[0]!;
  const shares = clips.map(({ nFrames }, clip) => {
    const share = upTo(clip + 1) - upTo(clip);
    return shuffledIndices(nFrames, deriveSeed(seed, clip)).subarray(0, share);
  });
  const drawn = new Float32Array(nFeatures * shares.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  clips.forEach(({ data }, clip) => {
    for (const frame of shares[clip]!) {
      drawn.set(data.subarray(frame * nFeatures, (frame + 1) * nFeatures), offset);
      offset += nFeatures;
    }
  });
  return drawn;

  /** Number of frames to draw from the first `nClips` clips. */
  function upTo(nClips: number): number {
    return Math.floor((nClips * maxFrames) / clips.length);
  }
}
