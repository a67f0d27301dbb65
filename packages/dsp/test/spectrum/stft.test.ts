import { describe, expect, it } from 'vitest';
import { spectrogram } from '../../src/spectrum/spectrogram.js';
import { stft, StftPlan } from '../../src/spectrum/stft.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { maxRelativeDifference } from '../helpers/golden.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

const clip = syntheticClip(8000, 3000);

describe('stft', () => {
  it('has the magnitudes of the spectrogram', () => {
    const { data, nFrames, nFrequencies } = stft(clip, { nFft: 256 });
    const magnitudes = Float32Array.from({ length: nFrames * nFrequencies }, (_, i) =>
      Math.hypot(data[2 * i]!, data[2 * i + 1]!),
    );
    const expected = spectrogram(clip, { nFft: 256, hopLength: 64, power: 1 }).data;
    expect(maxRelativeDifference(magnitudes, expected)).toBeLessThan(1e-6);
  });

  it('fills a given buffer with the same values', () => {
    const plan = new StftPlan({ nFft: 128 });
    const output = new Float32Array(plan.nFrames(3000) * plan.nFrequencies * 2).fill(NaN);
    expect(plan.transform(clip.samples, output)).toBe(output);
    expect(output).toEqual(stft(clip, { nFft: 128 }).data);
  });

  it.each([
    ['invalid-sample', () => stft({ samples: Float32Array.of(0, NaN), sampleRate: 8000 })],
    ['clip-too-short', () => stft({ samples: new Float32Array(0), sampleRate: 8000 })],
    ['invalid-option', () => stft(clip, { hopLength: 0 })],
    ['buffer-mismatch', () => new StftPlan({ nFft: 8 }).transform(clip.samples, new Float32Array(1))],
  ])('rejects with %s', (code, action) => {
    expect(errorFrom(action).code).toBe(code);
  });
});
