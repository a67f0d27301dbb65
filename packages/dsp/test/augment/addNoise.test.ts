import { describe, expect, it } from 'vitest';
import { addNoise } from '../../src/augment/addNoise.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { syntheticClip } from '../helpers/syntheticClip.js';
import { power, tone } from '../helpers/tone.js';

const clip = tone(440, 16000, 20000);

function noiseOf(seed: number, snr = 0): Float64Array {
  const { samples } = addNoise(clip, { snr, seed });
  return Float64Array.from(samples, (sample, n) => sample - clip.samples[n]!);
}

describe('addNoise', () => {
  // up to float32's rounding of the sums
  it.each([-10, 0, 5.5, 20, 40])('adds noise %d dB below the clip, exactly', (snr) => {
    const measured = 10 * Math.log10(power(clip.samples) / power(noiseOf(7, snr)));
    expect(measured).toBeCloseTo(snr, 4);
  });

  it('is white: its mean and its correlation with neighbors are 0', () => {
    const noise = noiseOf(1);
    const scale = power(noise);
    const mean = noise.reduce((sum, sample) => sum + sample, 0) / noise.length;
    expect(Math.abs(mean) / Math.sqrt(scale)).toBeLessThan(0.03);
    for (const lag of [1, 2, 3, 10]) {
      const products = noise.subarray(lag).map((sample, n) => sample * noise[n]!);
      const correlation = products.reduce((sum, product) => sum + product, 0) / noise.length / scale;
      expect(Math.abs(correlation)).toBeLessThan(0.03);
    }
  });

  it('is Gaussian: the shares within one, two, and three standard deviations', () => {
    const noise = noiseOf(2);
    const deviation = Math.sqrt(power(noise));
    const share = (k: number) => noise.filter((sample) => Math.abs(sample) < k * deviation).length / 20000;
    // five standard errors of a share
    expect(Math.abs(share(1) - 0.6827)).toBeLessThan(0.017);
    expect(Math.abs(share(2) - 0.9545)).toBeLessThan(0.008);
    expect(Math.abs(share(3) - 0.9973)).toBeLessThan(0.002);
  });

  it('is the same for the same seed, and unrelated for the next', () => {
    expect(noiseOf(3)).toEqual(noiseOf(3));
    const [first, next] = [noiseOf(3), noiseOf(4)];
    const correlation = first.reduce((sum, sample, n) => sum + sample * next[n]!, 0) / 20000 / power(first);
    expect(Math.abs(correlation)).toBeLessThan(0.03);
  });

  it('leaves a silent clip silent, and an empty one empty', () => {
    const silence = { samples: new Float32Array(100), sampleRate: 16000 };
    expect(addNoise(silence, { snr: 0, seed: 1 })).toEqual(silence);
    expect(
      addNoise({ samples: new Float32Array(0), sampleRate: 16000 }, { snr: 0, seed: 1 }).samples,
    ).toHaveLength(0);
  });

  it('does not clamp', () => {
    const { samples } = addNoise(clip, { snr: -20, seed: 1 });
    expect(Math.max(...samples)).toBeGreaterThan(5);
  });

  it.each([
    [{ snr: NaN, seed: 1 }, '`snr` must be a finite number from -200 to 200; got NaN'],
    [{ snr: 201, seed: 1 }, '`snr` must be a finite number from -200 to 200; got 201'],
    [{ snr: 10, seed: 0.5 }, '`seed` must be an integer from -2147483648 to 4294967295; got 0.5'],
  ])('rejects %j', (options, message) => {
    const error = errorFrom(() => addNoise(syntheticClip(8000, 10), options));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });

  it('rejects samples that are not finite', () => {
    const broken = { samples: Float32Array.of(0, NaN), sampleRate: 16000 };
    expect(errorFrom(() => addNoise(broken, { snr: 10, seed: 1 })).code).toBe('invalid-sample');
  });
});
