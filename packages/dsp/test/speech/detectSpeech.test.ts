import { type SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { detectSpeech } from '../../src/speech/detectSpeech.js';
import { joined, mixed, noise } from '../helpers/noise.js';
import { tone } from '../helpers/swellingTone.js';

const sampleRate = 16000;
const seconds = (n: number) => Math.round(n * sampleRate);
/** Two swells of a tone, which are detected as half a second of speech. */
const speech = tone(300, { sampleRate, seconds: 0.5 }).samples;
const pause = (length: number) => new Float32Array(seconds(length));
const clipOf = (samples: Float32Array) => ({ samples, sampleRate });
const inNoise = (samples: Float32Array, amplitude: number) =>
  clipOf(mixed(samples, noise(samples.length, amplitude)));

/** Noise that falls by 12 dB per octave, like wind and traffic: noise integrated twice, with a leak. */
function rumble(nSamples: number): Float32Array {
  let once = 0;
  let twice = 0;
  return noise(nSamples, 0.001).map((sample) => (twice = 0.998 * twice + (once = 0.998 * once + sample)));
}

describe('detectSpeech', () => {
  it('finds speech within 0.05 s', () => {
    const { segments, speechSeconds } = detectSpeech(
      inNoise(joined(pause(1), speech, pause(0.7), speech, pause(0.5)), 0.001),
    );
    expect(segments).toHaveLength(2);
    for (const [i, start] of [1, 2.2].entries()) {
      expect(Math.abs(segments[i]!.start - start)).toBeLessThan(0.05);
      expect(Math.abs(segments[i]!.end - (start + 0.5))).toBeLessThan(0.05);
    }
    expect(speechSeconds).toBeCloseTo(
      segments.reduce((sum, { start, end }) => sum + end - start, 0),
      3,
    );
  });

  it('fills pauses shorter than the hangover', () => {
    const clip = inNoise(joined(pause(0.5), speech, pause(0.2), speech, pause(0.5)), 0.001);
    expect(detectSpeech(clip).segments).toHaveLength(1);
    expect(detectSpeech(clip, { hangover: 0.15 }).segments).toHaveLength(2);
  });

  it('drops clicks', () => {
    const click = noise(seconds(0.03), 0.5);
    const clip = inNoise(joined(pause(0.5), click, pause(0.5)), 0.001);
    expect(detectSpeech(clip).segments).toEqual([]);
    expect(detectSpeech(clip, { minimumBurst: 0.01 }).segments).toHaveLength(1);
  });

  it.each([
    ['digital silence', pause(1)],
    ['hiss', noise(seconds(2), 0.05)],
    ['a held tone', Float32Array.from({ length: seconds(1) }, (_, i) => 0.5 * Math.sin(0.1 * i))],
    ['a constant offset', pause(1).fill(0.4)],
    ['rumble', rumble(seconds(3))],
    ['less than a frame', noise(100, 0.5)],
    ['nothing', pause(0)],
  ])('finds no speech in %s', (_, samples) => {
    expect(detectSpeech(clipOf(samples))).toMatchObject({ segments: [], speechSeconds: 0, snr: null });
  });

  it.each([-40, -20, 20])('does not change with a gain of %i dB', (decibels) => {
    const clip = inNoise(joined(pause(0.6), speech, pause(0.6)), 0.001);
    const gain = 10 ** (decibels / 20);
    const before = detectSpeech(clip);
    const after = detectSpeech(clipOf(clip.samples.map((sample) => gain * sample)));
    expect(after.segments).toEqual(before.segments);
    expect(after.level - before.level).toBeCloseTo(decibels, 3);
    expect(after.snr).toBeCloseTo(before.snr!, 3);
  });

  // the quietest tenth of the frames is a little below the mean of the noise; at 5 dB only the loudest frames are detected
  it.each([
    [30, 2],
    [20, 2],
    [10, 2],
    [5, 4],
  ])('estimates a signal-to-noise ratio of %i dB within %i dB', (snr, tolerance) => {
    const swells = tone(300, { sampleRate, seconds: 2 }).samples;
    const power = swells.reduce((sum, sample) => sum + sample ** 2, 0) / swells.length;
    const amplitude = Math.sqrt(power / 10 ** (snr / 10));
    const estimated = detectSpeech(inNoise(joined(pause(1), swells, pause(1)), amplitude)).snr!;
    expect(Math.abs(estimated - snr)).toBeLessThan(tolerance);
  });

  it('ignores digital silence around a noisy recording', () => {
    const hiss = noise(seconds(2), 0.01);
    expect(detectSpeech(clipOf(joined(pause(1), hiss, pause(1)))).segments).toEqual([]);
  });

  it.each([
    ['margin', { margin: 0 }, '`margin` must be a finite number above 0; got 0'],
    ['hangover', { hangover: -1 }, '`hangover` must be a finite number at least 0; got -1'],
    ['range', { range: NaN }, '`range` must be a finite number above 0; got NaN'],
    ['minimumLevel', { minimumLevel: 3 }, '`minimumLevel` must be a finite number at most 0; got 3'],
  ])('rejects a %s out of bounds', (_, options, message) => {
    expect(() => detectSpeech(clipOf(speech), options)).toThrow(
      expect.objectContaining({
        code: 'invalid-option' satisfies SerError['code'],
        message: expect.stringContaining(message),
      }),
    );
  });
});
