import { describe, expect, it } from 'vitest';
import { withoutKernels } from '../../src/kernels/kernels.js';
import { RecordingResampler, resample } from '../../src/index.js';
import { BlockResampler } from '../../src/resample/blockResampler.js';
import { noise } from '../helpers/noise.js';

const rates = [
  [48000, 16000],
  [48000, 22050],
  [44100, 16000],
  [16000, 22050],
  [16000, 48000],
  [48000, 1000],
] as const;

describe('BlockKernel', () => {
  it.each(rates)('resamples %i to %i Hz to the bits of TypeScript', (from, to) => {
    for (const nBlocks of [1.1, 2, 3.3, 7]) {
      const clip = {
        samples: noise(Math.round(nBlocks * BlockResampler.blockSize * (from / to + 1)), 0.2),
        sampleRate: from,
      };
      const inTypeScript = withoutKernels(() => resample(clip, { sampleRate: to }));
      expect(resample(clip, { sampleRate: to }).samples).toEqual(inTypeScript.samples);
    }
  });

  it('does the same for a recording that is read in blocks', () => {
    const clip = { samples: noise(100_000, 0.2), sampleRate: 48000 };
    const resampler = new RecordingResampler({ from: 48000, to: 22050 });
    const parts = [];
    for (let start = 0; start < 100_000; start += 7001) {
      parts.push(...resampler.push(clip.samples.subarray(start, start + 7001)));
    }
    parts.push(...resampler.end());
    expect(Float32Array.from(parts)).toEqual(resample(clip, { sampleRate: 22050 }).samples);
  });
});
