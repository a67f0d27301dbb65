import { describe, expect, it } from 'vitest';
import { resample } from '../../src/resample/resample.js';
import { ResamplePlan } from '../../src/resample/resamplePlan.js';
import { ResampleStream } from '../../src/resample/resampleStream.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { joined, pieces } from '../helpers/pieces.js';

const ratios: readonly [from: number, to: number][] = [
  [48000, 16000],
  [44100, 16000],
  [24414, 16000],
  [8000, 16000],
  [22050, 48000],
];

/** A rising tone, so that a shift by one sample changes every sample. */
function chirp(nSamples: number): Float32Array {
  return Float32Array.from({ length: nSamples }, (_, i) => Math.sin(0.01 * i + 0.00002 * i * i));
}

function streamed(samples: Float32Array, from: number, to: number, chunkSize: number): Float32Array {
  const stream = new ResampleStream({ from, to });
  const outputs = [...pieces(samples, chunkSize)].map((piece) => stream.push(piece));
  return joined([...outputs, stream.end()]);
}

describe('ResampleStream', () => {
  // ResamplePlan also uses weighted sums for inputs of up to 4,096 samples
  it.each(ratios)('from %i to %i Hz equals ResamplePlan bit for bit, for any chunk size', (from, to) => {
    const samples = chirp(to > from ? 1000 : 4000);
    const plan = new ResamplePlan({ from, to });
    const whole = new Float32Array(plan.outputLength(samples.length));
    plan.transform(samples, whole);
    for (const chunkSize of [1, 7, 160, 4096]) {
      expect(streamed(samples, from, to, chunkSize)).toEqual(whole);
    }
  });

  // block resampling removes what the stop band lets through; 1e-6 was seen
  it('equals the block-by-block resampling of long clips', () => {
    const samples = chirp(60_000);
    const whole = resample({ samples, sampleRate: 48000 }, { sampleRate: 16000 }).samples;
    const ours = streamed(samples, 48000, 16000, 4096);
    expect(ours).toHaveLength(whole.length);
    expect(Math.max(...ours.map((sample, i) => Math.abs(sample - whole[i]!)))).toBeLessThan(1e-5);
  });

  it('returns each output as soon as half a filter length of input is available', () => {
    const stream = new ResampleStream({ from: 48000, to: 16000 });
    expect(stream.push(new Float32Array(97))).toHaveLength(1);
    expect(stream.push(new Float32Array(3))).toHaveLength(1);
  });

  it('returns chunks unchanged if both rates are the same', () => {
    const samples = chirp(10);
    const stream = new ResampleStream({ from: 16000, to: 16000 });
    expect(stream.push(samples)).toBe(samples);
    expect(stream.end()).toHaveLength(0);
  });

  it('is reset by end', () => {
    const stream = new ResampleStream({ from: 44100, to: 16000 });
    const once = joined([stream.push(chirp(500)), stream.end()]);
    expect(joined([stream.push(chirp(500)), stream.end()])).toEqual(once);
  });

  it('of nothing is nothing', () => {
    const stream = new ResampleStream({ from: 44100, to: 16000 });
    expect(stream.push(new Float32Array(0))).toHaveLength(0);
    expect(stream.end()).toHaveLength(0);
  });

  it('rejects the rates that resample rejects', () => {
    const error = errorFrom(() => new ResampleStream({ from: 0, to: 16000 }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('integer numbers of Hz, at least 1; got 0 Hz to 16000 Hz');
  });
});
