import { describe, expect, it } from 'vitest';
import { audioInfo } from '../src/audioInfo.js';
import { fixture, recordedAnswers } from './fixture.js';
import { errorFrom } from './errorFrom.js';
import { ascii } from './wavBytes.js';

const lossy = new Map(recordedAnswers('lossy'));

describe('audioInfo', () => {
  it('reads the header of WAV', () => {
    expect(audioInfo(fixture('extensible_pcm_24_4ch.wav'))).toEqual({
      container: 'wav',
      encoding: 'pcm24',
      sampleRate: 16000,
      nChannels: 4,
      nSamples: 100,
      seconds: 100 / 16000,
    });
  });

  it('reads the header of FLAC', () => {
    expect(audioInfo(fixture('depth_12.flac'))).toMatchObject({
      container: 'flac',
      encoding: 'flac12',
      nSamples: 300,
    });
  });

  it('reads the header of AIFF', () => {
    const info = { container: 'aiff', encoding: 'pcm24', sampleRate: 22050, nChannels: 1, nSamples: 101 };
    expect(audioInfo(fixture('sowt_pcm_24.aiff'))).toEqual({ ...info, seconds: 101 / 22050 });
  });

  it.each([
    ['mono.mp3', 'mp3', 'layer3'],
    ['stereo.mp3', 'mp3', 'layer3'],
    ['mono_vorbis.ogg', 'ogg', 'vorbis'],
    ['stereo_opus.ogg', 'ogg', 'opus'],
  ])('reads the header of %s without a decoder', (name, container, encoding) => {
    const { sampleRate, nChannels, nSamples } = lossy.get(name)!;
    const seconds = nSamples / sampleRate;
    expect(audioInfo(fixture(name))).toEqual({
      ...{ container, encoding, sampleRate, nChannels, nSamples, seconds },
    });
  });

  it('reads the header of FLAC in Ogg', () => {
    expect(audioInfo(fixture('in_ogg.oga'))).toMatchObject({ container: 'ogg', encoding: 'flac16' });
  });

  it('names a format whose header it does not read', () => {
    const bytes = Uint8Array.from(ascii('NIST_1A\n   1024\n'));
    expect(errorFrom(() => audioInfo(bytes)).message).toContain('got NIST SPHERE');
  });

  it('names the encodings', () => {
    const encodingOf = (name: string): string => audioInfo(fixture(`${name}.wav`)).encoding;
    expect(['alaw', 'ulaw'].map(encodingOf)).toEqual(['alaw', 'mulaw']);
    expect(['pcm_u8', 'pcm_16', 'pcm_24', 'pcm_32', 'float', 'double'].map(encodingOf)).toEqual([
      'pcm8',
      'pcm16',
      'pcm24',
      'pcm32',
      'float32',
      'float64',
    ]);
  });

  it.each(recordedAnswers('fixtures'))('has the shape that decoding gives: %s', (name, expected) => {
    const { sampleRate, nChannels, nSamples } = expected;
    expect(audioInfo(fixture(name))).toMatchObject({ sampleRate, nChannels, nSamples });
  });

  it('rejects truncated WAV data', () => {
    expect(errorFrom(() => audioInfo(fixture('pcm_16.wav').subarray(0, -2))).code).toBe('truncated-file');
  });
});
