import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeAnyAudio, encodeWav } from '@ser/audio-io';
import { describe, expect, it } from 'vitest';
import { equalFiles } from '../../src/node/equalFiles.js';
import { corpusFolder, tone } from './corpusFolder.js';

const flacFile = fileURLToPath(new URL('../../../audio-io/test/fixtures/pcm_16_1ch.flac', import.meta.url));

/** A block of padding after STREAMINFO: another file, with the same samples. */
const padding = Uint8Array.of(1, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0);

/** Marks a block as the last one or not. */
function setLast(block: Uint8Array, isLast: 0 | 1): Uint8Array {
  const copy = Uint8Array.from(block);
  copy[0] = (copy[0]! & 0x7f) | (isLast << 7);
  return copy;
}

describe('equalFiles', () => {
  it('gives files with equal bytes the same digest, and others none', async () => {
    const folder = await corpusFolder({
      'a.wav': tone(200),
      'b.wav': tone(300), // of the same size
      'c/a.wav': tone(200),
      'd.wav': tone(300, { nChannels: 2 }),
    });
    const equal = await equalFiles(folder, ['a.wav', 'b.wav', 'c/a.wav', 'd.wav']);
    expect([...equal.keys()]).toEqual(['a.wav', 'c/a.wav']);
    expect(equal.get('a.wav')).toBe(equal.get('c/a.wav'));
  });

  it('distinguishes files that differ in one byte far from the middle', async () => {
    const almost = tone(200, { nSamples: 16000 });
    almost[100]! ^= 1;
    const folder = await corpusFolder({ 'a.wav': tone(200, { nSamples: 16000 }), 'b.wav': almost });
    expect((await equalFiles(folder, ['a.wav', 'b.wav'])).size).toBe(0);
  });

  it('finds FLAC files with the samples of a WAV or another FLAC file', async () => {
    const flac = await readFile(flacFile);
    const wav = encodeWav(await decodeAnyAudio(flac));
    const tagged = Buffer.concat([
      flac.subarray(0, 4),
      setLast(flac.subarray(4, 42), 0),
      padding,
      flac.subarray(42),
    ]);
    const folder = await corpusFolder({
      'a/1.flac': flac,
      'b.wav': wav,
      'copy.WAV': wav,
      'other.wav': tone(300, { nSamples: wav.length / 2 }),
    });
    const files = ['a/1.flac', 'b.wav', 'copy.WAV', 'other.wav'];
    const equal = await equalFiles(folder, files);
    expect([...equal.keys()].sort()).toEqual(files.slice(0, 3));
    expect(new Set(equal.values()).size).toBe(1);
    expect(tagged.length).toBe(flac.length + padding.length);
    const two = await corpusFolder({ '1.flac': flac, '2.flac': tagged, '3.FLAC': flac.subarray(0, 30) });
    const same = await equalFiles(two, ['1.flac', '2.flac', '3.FLAC']);
    expect([...same.keys()].sort()).toEqual(['1.flac', '2.flac']);
  });

  it('skips files that are unreadable, empty, silent, or not audio', async () => {
    const silence = tone(200, { amplitude: 0 });
    const folder = await corpusFolder({
      'a.wav': '',
      'b.wav': '',
      'c.wav': 'text',
      'd.wav': 'text',
      'e.wav': silence,
      'f.wav': silence,
    });
    await symlink('nowhere', join(folder, 'g.wav'));
    const files = [...'abcdefg'].map((letter) => `${letter}.wav`);
    expect((await equalFiles(folder, files)).size).toBe(0);
  });

  it('rejects with the reason of its signal', async () => {
    const folder = await corpusFolder({ 'a.wav': tone(200) });
    const reason = new Error('enough');
    await expect(equalFiles(folder, ['a.wav'], AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
