import { describe, expect, it } from 'vitest';
import { audioInfo } from '../src/audioInfo.js';
import { fixture, recordedAnswers } from './fixture.js';
import { thrownBy } from './thrownBy.js';

describe('audioInfo', () => {
  it('of WAV', () => {
    expect(audioInfo(fixture('extensible_pcm_24_4ch.wav'))).toEqual({
      container: 'wav',
      encoding: 'pcm24',
      sampleRate: 16000,
      nChannels: 4,
      nSamples: 100,
      seconds: 100 / 16000,
    });
  });

  it('of FLAC', () => {
    expect(audioInfo(fixture('depth_12.flac'))).toMatchObject({
      container: 'flac',
      encoding: 'flac12',
      nSamples: 300,
    });
  });

  it('names the encodings', () => {
    const encodingOf = (name: string): string => audioInfo(fixture(`${name}.wav`)).encoding;
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

  it('sees that WAV data are cut off', () => {
    expect(thrownBy(() => audioInfo(fixture('pcm_16.wav').subarray(0, -2))).code).toBe('truncated-file');
  });
});
