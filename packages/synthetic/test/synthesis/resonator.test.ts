import { describe, expect, it } from 'vitest';
import { Antiresonator } from '../../src/synthesis/antiresonator.js';
import { RandomStream } from '@ser/core';
import { Resonator } from '../../src/synthesis/resonator.js';
import { magnitudeAt, peaksOf } from './measure.js';

const sampleRate = 16000;

function impulseResponse(filter: { process(x: number): number }, length = 4000): number[] {
  return Array.from({ length }, (_, n) => filter.process(n === 0 ? 1 : 0));
}

function tuned(frequency: number, bandwidth: number): Resonator {
  const resonator = new Resonator(sampleRate);
  resonator.tune(frequency, bandwidth);
  return resonator;
}

describe('Resonator', () => {
  it('peaks at its frequency, is 3 dB lower half a bandwidth away, and has gain 1 at 0 Hz', () => {
    const response = impulseResponse(tuned(1500, 100));
    const gain = (frequency: number) => magnitudeAt(response, frequency, sampleRate);
    expect(peaksOf(gain, 8000)).toEqual([1500]);
    expect(20 * Math.log10(gain(1550) / gain(1500))).toBeCloseTo(-3, 0);
    expect(20 * Math.log10(gain(1450) / gain(1500))).toBeCloseTo(-3, 0);
    expect(gain(0)).toBeCloseTo(1, 6);
  });

  it.each([
    [5500, 1500],
    [2000, 500],
    [4000, 3000],
  ])('tuned for noise at %i Hz, %i Hz wide, keeps the power of white noise', (frequency, bandwidth) => {
    const resonator = new Resonator(sampleRate);
    resonator.tuneForNoise(frequency, bandwidth);
    const power = impulseResponse(resonator).reduce((sum, h) => sum + h * h, 0);
    expect(power).toBeCloseTo(1, 6);
  });

  it('does not click when it is retuned', () => {
    const resonator = new Resonator(sampleRate);
    const random = new RandomStream(1);
    const output = Array.from({ length: sampleRate }, (_, n) => {
      if (n % 40 === 0) resonator.tune(300 + (2000 * n) / sampleRate, 60);
      return resonator.process(0.1 * random.noise());
    });
    expect(Math.max(...output.map(Math.abs))).toBeLessThan(10);
  });
});

describe('Antiresonator', () => {
  it('is the inverse of a resonator of the same tuning', () => {
    const zero = new Antiresonator(sampleRate);
    zero.tune(270, 100);
    const pole = tuned(270, 100);
    const through = impulseResponse({ process: (x) => zero.process(pole.process(x)) });
    expect(through[0]).toBeCloseTo(1, 9);
    expect(Math.max(...through.slice(1).map(Math.abs))).toBeLessThan(1e-9);
  });
});
