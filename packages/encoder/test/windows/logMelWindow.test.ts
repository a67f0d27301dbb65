import { describe, expect, it } from 'vitest';
import { logMelWindow } from '../../src/windows/logMelWindow.js';

/** Two bands: the number of the frame, and its negative. */
function spectrogram(nFrames: number) {
  const data = Float32Array.from({ length: 2 * nFrames }, (_, i) => (i % 2 === 0 ? i / 2 : -(i - 1) / 2));
  return { data, nFrames, nFeatures: 2, names: ['a', 'b'] };
}

describe('logMelWindow', () => {
  it('puts the bands first', () => {
    expect([...logMelWindow(spectrogram(4), 0)]).toEqual([0, 1, 2, 3, -0, -1, -2, -3]);
  });

  it('begins at a position of two frames and ends after 30 s', () => {
    const window = logMelWindow(spectrogram(3100), 10);
    expect(window).toHaveLength(2 * 3000);
    expect([window[0], window[2999], window[3000], window[5999]]).toEqual([20, 3019, -20, -3019]);
  });

  it('ends with the clip', () => {
    expect([...logMelWindow(spectrogram(24), 10)]).toEqual([20, 21, 22, 23, -20, -21, -22, -23]);
  });
});
