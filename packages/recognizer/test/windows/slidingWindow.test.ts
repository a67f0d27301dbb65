import { describe, expect, it } from 'vitest';
import { SlidingWindow } from '../../src/windows/slidingWindow.js';

const sampleRate = 100;

/** The windows of the samples 0, 1, …, in chunks of that size: `[start, end, first sample, last sample]`. */
function windowsOf(nSamples: number, { window = 1, hop = 0.5, chunkSize = 30 } = {}): number[][] {
  const windows = new SlidingWindow({ sampleRate, window, hop });
  const samples = Float32Array.from({ length: nSamples }, (_, i) => i);
  const found: number[][] = [];
  const collect = (all: Iterable<{ start: number; end: number; clip: { samples: Float32Array } }>) => {
    for (const { start, end, clip } of all) {
      expect(clip.samples.every((sample, i) => sample === clip.samples[0]! + i)).toBe(true);
      found.push([start, end, clip.samples[0]!, clip.samples.at(-1)!]);
    }
  };
  for (let i = 0; i < nSamples; i += chunkSize) collect(windows.push(samples.subarray(i, i + chunkSize)));
  collect(windows.end());
  return found;
}

describe('SlidingWindow', () => {
  it('starts a window every hop, until one reaches the end', () => {
    expect(windowsOf(200)).toEqual([
      [0, 1, 0, 99],
      [0.5, 1.5, 50, 149],
      [1, 2, 100, 199],
    ]);
  });

  it('ends with a shorter window', () => {
    expect(windowsOf(170).at(-1)).toEqual([1, 1.7, 100, 169]);
    expect(windowsOf(60)).toEqual([[0, 0.6, 0, 59]]);
  });

  it('leaves gaps when the hop is longer than the window', () => {
    expect(windowsOf(500, { hop: 2 })).toEqual([
      [0, 1, 0, 99],
      [2, 3, 200, 299],
      [4, 5, 400, 499],
    ]);
    expect(windowsOf(350, { hop: 2 }).at(-1)).toEqual([2, 3, 200, 299]);
    expect(windowsOf(450, { hop: 2 }).at(-1)).toEqual([4, 4.5, 400, 449]);
  });

  it('returns no window without samples', () => {
    expect(windowsOf(0)).toEqual([]);
  });

  it.each([1, 7, 160, 4096])('does not depend on the size of the chunks: %i', (chunkSize) => {
    for (const hop of [0.07, 0.5, 1, 1.3]) {
      expect(windowsOf(1234, { hop, chunkSize })).toEqual(windowsOf(1234, { hop }));
    }
  });

  it('does not drift over hours', () => {
    const windows = new SlidingWindow({ sampleRate, window: 1, hop: 1 / 3 });
    const second = new Float32Array(sampleRate);
    let last = { start: 0 };
    for (let i = 0; i < 36_000; i++) for (const window of windows.push(second)) last = window;
    expect(last.start).toBe(35_999);
  });
});
