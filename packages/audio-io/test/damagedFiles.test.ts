import { SerError } from '@ser/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audioInfo } from '../src/audioInfo.js';
import { decodeAudio } from '../src/decodeAudio.js';
import { fixture } from './fixture.js';

const names = [
  'pcm_16.wav',
  'float.wav',
  'rf64_pcm_16.wav',
  'rifx_pcm_24.wav',
  'extensible_pcm_24_4ch.wav',
  'pcm_16_2ch.flac',
  'pcm_24_2ch.flac',
  'depth_32.flac',
  'wasted_bits.flac',
  'undeclared_length.flac',
  'pcm_16.aiff',
  'float.aiff',
  'sowt_pcm_24.aiff',
  'mono.mp3',
  'mono_vorbis.ogg',
  'mono_opus.ogg',
  'in_ogg.oga',
];

/** Decodes; any error must be a `SerError`. */
function survives(bytes: Uint8Array): void {
  for (const read of [decodeAudio, audioInfo]) {
    try {
      read(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(SerError);
    }
  }
}

function changed(bytes: Uint8Array, changes: readonly (readonly [at: number, value: number])[]): Uint8Array {
  const copy = bytes.slice();
  for (const [at, value] of changes) copy[at] = value;
  return copy;
}

describe('a damaged file is decoded or rejected with a SerError', () => {
  it.each(names)('%s, cut off at every byte', (name) => {
    const bytes = fixture(name);
    for (let end = 0; end < bytes.length; end++) survives(bytes.subarray(0, end));
  });

  it.each(names)('%s, with each of the first 100 bytes set to five values', (name) => {
    const bytes = fixture(name);
    for (let at = 0; at < 100; at++) {
      for (const value of [0, 1, 0x7f, 0x80, 0xff]) survives(changed(bytes, [[at, value]]));
    }
  });

  it.each(names)('%s, with some bytes changed anywhere', (name) => {
    const bytes = fixture(name);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        survives(changed(bytes, changes));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['RIFF____WAVE', 'FORM____AIFC', 'fLaC', 'ID3', 'OggS', ''])('random bytes after "%s"', (head) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        survives(Uint8Array.from([...Buffer.from(head), ...tail]));
      }),
    );
  });
});
