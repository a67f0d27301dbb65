import { describe, expect, it } from 'vitest';
import { changeSpeed } from '../../src/augment/changeSpeed.js';
import { phaseVocoder } from '../../src/augment/phaseVocoder.js';
import { pitchShift } from '../../src/augment/pitchShift.js';
import { timeStretch } from '../../src/augment/timeStretch.js';
import { withoutKernels } from '../../src/kernels/kernels.js';
import { istft } from '../../src/spectrum/inverseStft.js';
import { stft } from '../../src/spectrum/stft.js';
import type { StftOptions } from '../../src/spectrum/stftOptions.js';
import { noise } from '../helpers/noise.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

const optionSets: readonly StftOptions[] = [
  { nFft: 512, hopLength: 160 },
  { nFft: 512, hopLength: 77, winLength: 399 },
  { nFft: 1024, hopLength: 1024, center: false, window: 'hamming' },
  { nFft: 64, hopLength: 5, window: 'ones' },
  { nFft: 8, hopLength: 3 },
];

/** Whether the kernels and TypeScript compute the same bits. */
function isEqualOnBothPaths(compute: () => Float32Array): boolean {
  const [fast, plain] = [compute(), withoutKernels(compute)];
  return fast.length === plain.length && fast.every((value, i) => Object.is(value, plain[i]));
}

describe('kernels', () => {
  it.each(optionSets)(
    'compute the transform and its inverse as TypeScript does, bit for bit: %j',
    (options) => {
      for (const nSamples of [1100, 3001]) {
        const clip = { samples: noise(nSamples, 0.3), sampleRate: 16000 };
        const frames = stft(clip, options);
        expect(isEqualOnBothPaths(() => stft(clip, options).data)).toBe(true);
        for (const length of [undefined, 1, 700, nSamples + 3000]) {
          expect(isEqualOnBothPaths(() => istft(frames, { ...options, length }))).toBe(true);
        }
      }
    },
  );

  it.each([0.3, 0.9, 1, 1.1, 3.7])('stretch spectra as TypeScript does, bit for bit: rate %d', (rate) => {
    const frames = stft({ samples: noise(8000, 0.3), sampleRate: 16000 }, { nFft: 512 });
    expect(isEqualOnBothPaths(() => phaseVocoder(frames, { rate }).data)).toBe(true);
    const odd = stft(syntheticClip(16000, 3000), { nFft: 401 });
    expect(isEqualOnBothPaths(() => phaseVocoder(odd, { rate, nFft: 401 }).data)).toBe(true);
  });

  it.each([10, 3000, 20_000])('change tempo, pitch, and speed as TypeScript does: %i samples', (nSamples) => {
    const clip = syntheticClip(16000, nSamples);
    expect(isEqualOnBothPaths(() => timeStretch(clip, { rate: 1.13 }).samples)).toBe(true);
    expect(isEqualOnBothPaths(() => pitchShift(clip, { semitones: 2 }).samples)).toBe(true);
    expect(isEqualOnBothPaths(() => pitchShift(clip, { semitones: -3.3, nFft: 1024 }).samples)).toBe(true);
    expect(isEqualOnBothPaths(() => changeSpeed(clip, { rate: 1.1234567 }).samples)).toBe(true);
    expect(isEqualOnBothPaths(() => changeSpeed(clip, { rate: 0.8765432 }).samples)).toBe(true);
  });
});
