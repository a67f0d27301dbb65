import type { AudioClip } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import { conditions } from '../../src/robustness/conditions.js';

const sampleRate = 16000;

function tone(frequency: number, nSamples = 8000): AudioClip {
  const samples = Float32Array.from(
    { length: nSamples },
    (_, n) => 0.5 * Math.sin((2 * Math.PI * frequency * n) / sampleRate),
  );
  return { samples, sampleRate };
}

const clip = tone(440);
const others = [330, 550, 660, 770, 880, 990, 1100, 1210].map((frequency) => tone(frequency, 3000));
const energy = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0);

/** The amplitude of a tone in the middle half of a clip. */
function amplitude({ samples }: AudioClip, frequency: number): number {
  const middle = samples.subarray(samples.length / 4, (3 * samples.length) / 4);
  const angle = (n: number) => (2 * Math.PI * frequency * n) / sampleRate;
  const [re, im] = [Math.cos, Math.sin].map((wave) =>
    middle.reduce((sum, sample, n) => sum + sample * wave(angle(n)), 0),
  );
  return (2 / middle.length) * Math.hypot(re!, im!);
}

function under(name: string, given = clip): AudioClip {
  return conditions.find((condition) => condition.name === name)!.apply(given, others, 1);
}

describe('conditions', () => {
  it('begin with the unchanged clip', () => {
    expect(conditions[0]!.apply(clip, others, 1)).toBe(clip);
  });

  it('change the level by 20 dB', () => {
    expect(energy(under('20 dB louder').samples) / energy(clip.samples)).toBeCloseTo(100, 3);
    expect(energy(under('20 dB quieter, 16 bit').samples) / energy(clip.samples)).toBeCloseTo(0.01, 4);
  });

  it.each([20, 10])('add babble %d dB below the clip', (snr) => {
    const { samples } = under(`babble of eight, ${snr} dB`);
    const babble = samples.map((sample, n) => sample - clip.samples[n]!);
    expect(10 * Math.log10(energy(clip.samples) / energy(babble))).toBeCloseTo(snr, 3);
  });

  it('remove the frequencies that a telephone or half the rate removes', () => {
    const [voice, hiss] = [tone(1000), tone(6000)];
    const both = { samples: voice.samples.map((sample, n) => sample + hiss.samples[n]!), sampleRate };
    const telephone = under('telephone, 300 to 3400 Hz', both);
    expect(amplitude(telephone, 6000) / amplitude(telephone, 1000)).toBeLessThan(0.001);
    const halved = under('file of 8 kHz', both);
    expect(amplitude(halved, 1000)).toBeCloseTo(0.5, 2);
    expect(amplitude(halved, 6000)).toBeLessThan(0.001);
  });

  it('clip at a quarter of the peak', () => {
    const { samples } = under('clipped at a quarter of the peak');
    expect(Math.max(...samples)).toBeCloseTo(0.125, 3);
  });

  it('put a second of silence before the clip', () => {
    const { samples } = under('a second of silence before');
    expect(samples).toHaveLength(clip.samples.length + sampleRate);
    expect(Math.max(...samples.subarray(0, sampleRate))).toBe(0);
    expect(samples.subarray(sampleRate)).toEqual(clip.samples);
  });
});
