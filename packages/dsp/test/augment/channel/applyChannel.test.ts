import { describe, expect, it } from 'vitest';
import { applyChannel } from '../../../src/augment/channel/applyChannel.js';
import { ChannelPlan } from '../../../src/augment/channel/channelPlan.js';
import { drawChannel } from '../../../src/augment/channel/drawChannel.js';
import { RealFft } from '../../../src/fft/realFft.js';
import { errorFrom } from '../../helpers/errorFrom.js';
import { syntheticClip } from '../../helpers/syntheticClip.js';
import { power, tone } from '../../helpers/tone.js';

const sampleRate = 16000;
const clip = syntheticClip(sampleRate, 12345);

/** An impulse at sample `at`. */
function clap(nSamples: number, at = 0) {
  const samples = new Float32Array(nSamples);
  samples[at] = 1;
  return { samples, sampleRate };
}

/** Power between two frequencies, in dB of an arbitrary unit. */
function bandPower(samples: ArrayLike<number>, low: number, high: number): number {
  const plan = new RealFft(samples.length);
  const bins = new Float64Array(2 * plan.nFrequencies);
  plan.transform(Float64Array.from(samples), bins);
  let sum = 0;
  for (let bin = 0; bin < plan.nFrequencies; bin++) {
    const frequency = (bin * sampleRate) / samples.length;
    if (frequency >= low && frequency < high) sum += bins[2 * bin]! ** 2 + bins[2 * bin + 1]! ** 2;
  }
  return 10 * Math.log10(sum);
}

function noiseOf(snr: number, exponent: number, seed = 1): Float64Array {
  const { samples } = applyChannel(clip, { noise: { snr, exponent, seed } });
  return Float64Array.from(samples, (sample, n) => sample - clip.samples[n]!);
}

describe('applyChannel', () => {
  it('does not change the clip with an empty channel', () => {
    const { samples } = applyChannel(clip, {});
    samples.forEach((sample, n) => expect(Math.abs(sample - clip.samples[n]!)).toBeLessThan(1e-6));
  });

  it('keeps length, rate, and power with any filters', () => {
    const copy = applyChannel(clip, drawChannel({ noise: { probability: 0 } }, 3));
    expect(copy.samples).toHaveLength(12345);
    expect(copy.sampleRate).toBe(sampleRate);
    expect(power(copy.samples) / power(clip.samples)).toBeCloseTo(1, 5);
  });

  it('changes the balance of two tones by the difference of their gains', () => {
    // whole periods, so that each tone is in one bin
    const [low, high] = [tone(500, sampleRate, 16000), tone(4000, sampleRate, 16000)];
    const both = { samples: low.samples.map((sample, n) => sample + high.samples[n]!), sampleRate };
    const { samples } = applyChannel(both, { tilt: -3, lowPass: { cutoff: 2000, slope: 6 } });
    const balance = bandPower(samples, 450, 550) - bandPower(samples, 3950, 4050);
    // -3 dB per octave over three octaves, and 6 dB for the octave above the edge; the ends of the clip leak a little
    expect(Math.abs(balance - 15)).toBeLessThan(0.1);
  });

  it('does not shift the clip in time', () => {
    const { samples } = applyChannel(clap(4000, 1234), { equalizer: [6, -6, 3], tilt: -1 });
    expect(samples.indexOf(Math.max(...samples))).toBe(1234);
  });

  it.each([0, 12, 40])('adds noise %d dB below the clip, exactly', (snr) => {
    const measured = 10 * Math.log10(power(clip.samples) / power(noiseOf(snr, 1)));
    expect(measured).toBeCloseTo(snr, 2);
  });

  it('measures the signal-to-noise ratio after the filters', () => {
    const filters = { equalizer: [10, -10], lowPass: { cutoff: 1000, slope: 48 } };
    const filtered = applyChannel(clip, filters);
    const noisy = applyChannel(clip, { ...filters, noise: { snr: 10, exponent: 0, seed: 1 } });
    const noise = noisy.samples.map((sample, n) => sample - filtered.samples[n]!);
    expect(10 * Math.log10(power(filtered.samples) / power(noise))).toBeCloseTo(10, 3);
  });

  // power per hertz falls by 3.01 dB per octave for each unit; an octave is twice as wide as the one below
  it.each([0, 1, 2])('colors noise with exponent %d', (exponent) => {
    const octaves = [250, 500, 1000, 2000].map((low) => bandPower(noiseOf(10, exponent), low, 2 * low));
    for (const [index, power] of octaves.slice(1).entries()) {
      const rise = 10 * Math.log10(2) * (1 - exponent);
      // 193 bins in the narrowest band: a standard error of 0.3 dB
      expect(Math.abs(power - octaves[index]! - rise)).toBeLessThan(1.5);
    }
  });

  it('has reverberation with the given energy, which decays by 60 dB within the given time', () => {
    const [time, level] = [0.4, -6];
    const { samples } = applyChannel(clap(sampleRate), { reverberation: { time, level, seed: 1 } });
    const echo = samples.slice(1);
    expect(10 * Math.log10((power(echo) * echo.length) / samples[0]! ** 2)).toBeCloseTo(level, 3);
    expect(Math.max(...echo.subarray(0, 31).map(Math.abs))).toBeLessThan(1e-6);
    // Schroeder's backward integration: after half the time, the remaining energy is 30 dB lower
    const energyFrom = (from: number) => echo.subarray(from).reduce((sum, sample) => sum + sample ** 2, 0);
    const fallen = 10 * Math.log10(energyFrom(0) / energyFrom((time / 2) * sampleRate));
    expect(Math.abs(fallen - 30)).toBeLessThan(2);
  });

  it('does not wrap echoes around to the start', () => {
    const { samples } = applyChannel(clap(4000, 3999), { reverberation: { time: 2, level: 0, seed: 1 } });
    expect(Math.max(...samples.subarray(0, 3900).map(Math.abs))).toBeLessThan(1e-6);
  });

  it('is bit-identical for any previous use of the plan', () => {
    const channel = drawChannel({}, 5);
    const plan = new ChannelPlan();
    plan.apply(syntheticClip(sampleRate, 999), drawChannel({}, 6));
    plan.apply(syntheticClip(sampleRate, 12000), drawChannel({}, 7));
    expect(plan.apply(clip, channel)).toEqual(applyChannel(clip, channel));
  });

  it('leaves a silent clip silent, and an empty one empty', () => {
    const channel = drawChannel({}, 1);
    const silence = { samples: new Float32Array(100), sampleRate };
    expect(applyChannel(silence, channel)).toEqual(silence);
    expect(applyChannel({ samples: new Float32Array(0), sampleRate }, channel).samples).toHaveLength(0);
  });

  it.each([
    [{ equalizer: [3] }, '`equalizer` must be a list of at least two gains, or none; got [3]'],
    [{ equalizer: [3, Infinity] }, '`equalizer` must be a finite number'],
    [{ tilt: 25 }, '`tilt` must be a finite number from -24 to 24; got 25'],
    [{ lowPass: { cutoff: 0, slope: 6 } }, '`lowPass.cutoff` must be a finite number above 0'],
    [
      { reverberation: { time: 0, level: 0, seed: 1 } },
      '`reverberation.time` must be a finite number from 0.01 to 10',
    ],
    [{ noise: { snr: 10, exponent: 5, seed: 1 } }, '`noise.exponent` must be a finite number from -4 to 4'],
    [{ noise: { snr: 10, exponent: 0, seed: 1.5 } }, '`noise.seed` must be an integer'],
  ])('rejects %j', (channel, message) => {
    const error = errorFrom(() => applyChannel(clip, channel));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });

  it('rejects samples that are not finite', () => {
    const broken = { samples: Float32Array.of(0, NaN), sampleRate };
    expect(errorFrom(() => applyChannel(broken, {})).code).toBe('invalid-sample');
  });
});
