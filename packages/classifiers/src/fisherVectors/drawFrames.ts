import { deriveSeed, shuffledIndices } from '@ser/core';
import type { Frames } from './frames.js';

/**
 * Draws frames at random, an equal share of each clip: all of a clip that has fewer.
 *
 * @param clips of equally many features
 * @returns `[n, nFeatures]`, at most `nWanted` of them
 */
export function drawFrames(clips: readonly Frames[], nWanted: number, seed: number): Float32Array {
  const { nFeatures } = clips[0]!;
  const shares = clips.map(({ nFrames }, clip) => {
    const share = upTo(clip + 1) - upTo(clip);
    return shuffledIndices(nFrames, deriveSeed(seed, clip)).subarray(0, share);
  });
  const drawn = new Float32Array(nFeatures * shares.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  clips.forEach(({ data }, clip) => {
    for (const frame of shares[clip]!) {
      drawn.set(data.subarray(frame * nFeatures, (frame + 1) * nFeatures), at);
      at += nFeatures;
    }
  });
  return drawn;

  /** Frames wanted of the first so many clips. */
  function upTo(nClips: number): number {
    return Math.floor((nClips * nWanted) / clips.length);
  }
}
