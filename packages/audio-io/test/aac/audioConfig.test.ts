import { describe, expect, it } from 'vitest';
import { parseAudioConfig } from '../../src/aac/audioConfig.js';

describe('parseAudioConfig', () => {
  it('reads AAC-LC', () => {
    expect(parseAudioConfig(Uint8Array.of(0x12, 0x10))).toEqual({
      objectType: 2,
      coreRate: 44100,
      sampleRate: 44100,
      channels: 2,
      nChannels: 2,
      frameSamples: 1024,
    });
  });

  it('reads HE-AAC, whose decoded rate is twice that of its core', () => {
    // object type 5 at 22050 Hz, extended to 44100 Hz, with an AAC-LC core
    expect(parseAudioConfig(Uint8Array.of(0x2b, 0x92, 0x08, 0x00))).toMatchObject({
      objectType: 2,
      coreRate: 22050,
      sampleRate: 44100,
      nChannels: 2,
    });
    // the same, declared behind the configuration of AAC-LC
    expect(parseAudioConfig(Uint8Array.of(0x13, 0x90, 0x56, 0xe5, 0xa0))).toMatchObject({
      objectType: 2,
      coreRate: 22050,
      sampleRate: 44100,
    });
  });

  it('rejects what is cut off or reserved', () => {
    expect(parseAudioConfig(new Uint8Array(0))).toBeUndefined();
    expect(parseAudioConfig(Uint8Array.of(0x17, 0x08))).toBeUndefined();
  });
});
