import { describe, expect, it } from 'vitest';
import { drawFrames } from '../../src/fisherVectors/drawFrames.js';

describe('drawFrames', () => {
  /** Clips whose frames are numbered: 100 times the clip, plus the frame. */
  const numbered = [3, 50, 50].map((nFrames, clip) => ({
    data: Float32Array.from({ length: nFrames }, (_, frame) => 100 * clip + frame),
    nFrames,
    nFeatures: 1,
  }));

  it('draws the same number of frames from each clip, none twice, and all of a short clip', () => {
    const drawn = [...drawFrames(numbered, 60, 1)];
    expect(new Set(drawn).size).toBe(drawn.length);
    const counts = [0, 1, 2].map((clip) => drawn.filter((frame) => Math.floor(frame / 100) === clip).length);
    expect(counts).toEqual([3, 20, 20]);
  });

  it('draws the exact number when it is no multiple of the number of clips', () => {
    expect(drawFrames(numbered.slice(1), 31, 1)).toHaveLength(31);
    expect(drawFrames(numbered, 1, 1)).toHaveLength(1);
  });
});
