import { describe, expect, it } from 'vitest';
import { RecordingResampler } from '../../src/resample/recordingResampler.js';
import { resample } from '../../src/resample/resample.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { joined, pieces } from '../helpers/pieces.js';

/** A rising tone, so that a shift by one sample changes every sample. */
function chirp(nSamples: number): Float32Array {
  return Float32Array.from({ length: nSamples }, (_, i) => Math.sin(0.01 * i + 0.00002 * i * i));
}

function streamed(resampler: RecordingResampler, samples: Float32Array, blockSize: number): Float32Array {
  const outputs = [...pieces(samples, blockSize)].map((piece) => resampler.push(piece));
  return joined([...outputs, resampler.end()]);
}

describe('RecordingResampler', () => {
  it.each([
    [48000, 16000],
    [44100, 16000],
    [24414, 16000],
    [8000, 16000],
    [22050, 48000],
    [16000, 16000],
  ])('from %i to %i Hz equals resample bit for bit, for any length and block size', (from, to) => {
    const resampler = new RecordingResampler({ from, to });
    for (const nSamples of [0, 1, 1000, 4096, 4097, 12_289, 50_000]) {
      const samples = chirp(nSamples);
      const whole = resample({ samples, sampleRate: from }, { sampleRate: to }).samples;
      for (const blockSize of [997, 4096, 50_000]) {
        const ours = streamed(resampler, samples, blockSize);
        expect(ours).toHaveLength(whole.length);
        expect(ours.findIndex((sample, i) => !Object.is(sample, whole[i]))).toBe(-1);
      }
    }
  });

  it('returns outputs while blocks come in, so that memory does not grow', () => {
    const resampler = new RecordingResampler({ from: 48000, to: 16000 });
    const block = new Float32Array(4096);
    let nOutput = 0;
    for (let nInput = 0; nInput < 100 * block.length;) {
      nOutput += resampler.push(block).length;
      nInput += block.length;
      expect(nInput / 3 - nOutput).toBeLessThan(8192);
    }
  });

  it('rejects rates that cannot be converted', () => {
    const error = errorFrom(() => new RecordingResampler({ from: 48000, to: 1 }));
    expect(error.code).toBe('invalid-option');
  });
});
