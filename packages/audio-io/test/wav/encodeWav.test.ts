import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audioInfo } from '../../src/audioInfo.js';
import { decodeWav } from '../../src/wav/decodeWav.js';
import { encodeWav } from '../../src/wav/encodeWav.js';
import type { WavSampleFormat } from '../../src/wav/encodeWavOptions.js';
import { fixture } from '../fixture.js';
import { errorFrom } from '../errorFrom.js';
import { ascii, formatChunk, uint32, wavBytes } from '../wavBytes.js';

const clip = (...samples: number[]) => ({ samples: Float32Array.from(samples), sampleRate: 16000 });

describe('encodeWav', () => {
  it('writes 16-bit PCM by default', () => {
    const expected = wavBytes([
      ['fmt ', formatChunk({})],
      ['data', [0x00, 0x40, 0x00, 0x80]],
    ]);
    expect(encodeWav(clip(0.5, -1))).toEqual(expected);
  });

  it('rounds to the nearest step, and 1 to the last step below it', () => {
    const { channels } = decodeWav(encodeWav(clip(1.4 / 32768, 1.6 / 32768, 1)));
    expect(Array.from(channels[0]!, (sample) => sample * 32768)).toEqual([1, 2, 32767]);
  });

  it('writes float with the fact chunk that the standard requires', () => {
    const format = [...formatChunk({ tag: 3, frameBytes: 4, bits: 32 }), 0, 0];
    const data = Array.from(new Uint8Array(Float32Array.of(2.5).buffer));
    const expected = wavBytes([
      ['fmt ', format],
      ['fact', uint32(1)],
      ['data', data],
    ]);
    expect(encodeWav(clip(2.5), { format: 'float32' })).toEqual(expected);
  });

  it('pads data of odd length', () => {
    const bytes = encodeWav(clip(0.25), { format: 'pcm24' });
    expect(bytes).toHaveLength(44 + 3 + 1);
    expect(Array.from(bytes.subarray(4, 8))).toEqual(uint32(bytes.length - 8));
    expect(Array.from(bytes.subarray(36, 44))).toEqual([...ascii('data'), ...uint32(3)]);
  });

  it('writes an empty clip', () => {
    expect(audioInfo(encodeWav(clip()))).toMatchObject({ nSamples: 0, seconds: 0 });
  });

  it.each<[string, WavSampleFormat]>([
    ['pcm_16.wav', 'pcm16'],
    ['pcm_24.wav', 'pcm24'],
    ['float.wav', 'float32'],
  ])('reverses decoding: %s', (name, format) => {
    const audio = decodeWav(fixture(name));
    expect(decodeWav(encodeWav(audio, { format }))).toEqual(audio);
  });

  it('loses at most half a step of any sample', () => {
    fc.assert(
      fc.property(fc.float32Array({ min: -1, max: 1, noNaN: true, maxLength: 50 }), (samples) => {
        const { channels } = decodeWav(encodeWav({ samples, sampleRate: 8000 }, { format: 'pcm24' }));
        const errors = samples.map((sample, i) =>
          Math.abs(Math.min(sample, 1 - 2 ** -23) - channels[0]![i]!),
        );
        expect(Math.max(0, ...errors)).toBeLessThanOrEqual(2 ** -24);
      }),
    );
  });

  it('rejects samples beyond full scale, and says what to do', () => {
    const error = errorFrom(() => encodeWav(clip(0, 1.25)));
    expect(error.code).toBe('invalid-sample');
    expect(error.message).toContain(
      'got `1.25` in sample 1 of channel 0. Scale them down, pass `clip: true`',
    );
  });

  it('clips them with `clip: true`', () => {
    const { channels } = decodeWav(encodeWav(clip(7, -7), { clip: true }));
    expect(Array.from(channels[0]!)).toEqual([32767 / 32768, -1]);
  });

  it.each([NaN, Infinity, -Infinity])('rejects %d in any format', (value) => {
    for (const format of ['pcm16', 'pcm24', 'float32'] as const) {
      const error = errorFrom(() => encodeWav(clip(value), { format, clip: true }));
      expect(error.code).toBe('invalid-sample');
      expect(error.message).toContain(`Expected finite samples, got \`${value}\``);
    }
  });

  it.each([0, 44100.5, NaN, 2 ** 32])('rejects a sample rate of %d', (sampleRate) => {
    const error = errorFrom(() => encodeWav({ samples: new Float32Array(1), sampleRate }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toBe(`\`sampleRate\` must be an integer from 1 to 4294967295; got ${sampleRate}.`);
  });

  it('rejects channels of different lengths', () => {
    const channels = [new Float32Array(2), new Float32Array(3)];
    const error = errorFrom(() => encodeWav({ channels, sampleRate: 8000 }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('got channels of 2 and 3 samples');
    expect(errorFrom(() => encodeWav({ channels: [], sampleRate: 8000 })).message).toContain(
      'got no channel',
    );
  });

  it('rejects an unknown format', () => {
    const error = errorFrom(() => encodeWav(clip(0), { format: 'mp3' as WavSampleFormat }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toBe("`format` must be one of 'pcm16', 'pcm24', 'float32'; got 'mp3'.");
  });
});
