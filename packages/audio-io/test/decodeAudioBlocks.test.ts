import type { MultichannelAudio } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import { decodeAnyAudio } from '../src/decodeAnyAudio.js';
import { decodeAudio } from '../src/decodeAudio.js';
import { decodeAudioBlocks } from '../src/decodeAudioBlocks.js';
import { collectBlocks } from '../src/blocks/collectBlocks.js';
import type { AudioSource } from '../src/source/audioSource.js';
import { wavHeader } from '../src/wav/wavHeader.js';
import { fixture } from './fixture.js';

/** A source that counts how much is read, and how much of it at once. */
class CountingSource implements AudioSource {
  nReads = 0;
  largestRead = 0;
  constructor(
    readonly size: number,
    readonly fill: (start: number, bytes: Uint8Array) => void,
  ) {}
  read(start: number, end: number): Promise<Uint8Array> {
    if (end > this.size) throw new Error(`${end} is beyond the end`);
    this.nReads += 1;
    this.largestRead = Math.max(this.largestRead, end - start);
    const bytes = new Uint8Array(end - start);
    this.fill(start, bytes);
    return Promise.resolve(bytes);
  }
}

/** A file that begins with these bytes, and continues with zeros. */
function sparse(head: Uint8Array, size: number): CountingSource {
  return new CountingSource(size, (start, bytes) => bytes.set(head.subarray(start, start + bytes.length)));
}

/** Stereo of 16 bits at 48 kHz: a header, and silence. */
function longWav(seconds: number): CountingSource {
  const shape = { isFloat: false, width: 2, nChannels: 2, sampleRate: 48000 };
  const header = wavHeader({ ...shape, nSamples: seconds * 48000 });
  return sparse(header, header.length + seconds * 48000 * 4);
}

async function all(blocks: AsyncIterable<MultichannelAudio>): Promise<MultichannelAudio[]> {
  const found: MultichannelAudio[] = [];
  for await (const block of blocks) found.push(block);
  return found;
}

const files = ['pcm_16.wav', 'rf64_pcm_16.wav', 'extensible_pcm_24_4ch.wav', 'float.aiff'];
const flacFiles = [
  'pcm_16_1ch.flac',
  'pcm_24_2ch.flac',
  'depth_32.flac',
  'undeclared_length.flac',
  'in_ogg.oga',
];

describe('decodeAudioBlocks', () => {
  it.each([...files, ...flacFiles])('gives the samples of decodeAudio: %s', async (name) => {
    const bytes = fixture(name);
    const whole = decodeAudio(bytes);
    expect(await collectBlocks(decodeAudioBlocks(bytes))).toEqual(whole);
    expect(await collectBlocks(decodeAudioBlocks(new Blob([bytes.slice()])))).toEqual(whole);
    expect(await decodeAnyAudio(bytes)).toEqual(whole);
  });

  it('reads a long recording in small pieces', async () => {
    const source = longWav(60);
    let nSamples = 0;
    let longest = 0;
    for await (const { channels } of decodeAudioBlocks(source)) {
      nSamples += channels[0]!.length;
      longest = Math.max(longest, channels[0]!.length);
    }
    expect(nSamples).toBe(60 * 48000);
    expect(longest).toBeLessThanOrEqual(16384);
    expect(source.largestRead).toBeLessThanOrEqual(1 << 20);
  });

  it('reads no more than it is asked for, also from a file over 4 GiB', async () => {
    const source = longWav(3 * 3600);
    const { value } = await decodeAudioBlocks(source).next();
    expect((value as MultichannelAudio).channels).toHaveLength(2);
    expect(source.nReads).toBeLessThan(5);
    const huge = sparse(fixture('rf64_pcm_16.wav').subarray(0, 4096), 5 * 2 ** 30);
    await decodeAudioBlocks(huge).next();
    expect(huge.nReads).toBeLessThan(5);
  });

  it('gives one empty block for a file without samples', async () => {
    const header = wavHeader({ isFloat: false, width: 2, nChannels: 2, nSamples: 0, sampleRate: 8000 });
    expect(await all(decodeAudioBlocks(header))).toEqual([
      { channels: [new Float32Array(0), new Float32Array(0)], sampleRate: 8000 },
    ]);
  });

  it('reports damage after the blocks before it', async () => {
    const bytes = fixture('pcm_16_1ch.flac').map((byte, i) => (i === 500 ? byte ^ 1 : byte));
    await expect(all(decodeAudioBlocks(bytes))).rejects.toMatchObject({ code: 'corrupt-file' });
    await expect(all(decodeAudioBlocks(fixture('pcm_16.wav').subarray(0, -10)))).rejects.toMatchObject({
      code: 'truncated-file',
    });
  });

  it.each([
    ['maxSeconds', { maxSeconds: 600 }, 'Expected at most 600 s of audio, got 10800.0 s or more.'],
    ['maxSamples', { maxSamples: 100 }, 'Expected at most 100 samples of audio, got 518400000 or more.'],
  ])('checks %s before it reads samples', async (_, limits, message) => {
    const source = longWav(3 * 3600);
    await expect(all(decodeAudioBlocks(source, limits))).rejects.toMatchObject({
      code: 'audio-too-long',
      message: expect.stringContaining(message),
    });
    expect(source.nReads).toBeLessThan(5);
  });

  it('ends when its signal is aborted', async () => {
    const stop = new AbortController();
    const blocks = decodeAudioBlocks(longWav(60), { signal: stop.signal });
    await blocks.next();
    stop.abort(new Error('stop'));
    await expect(blocks.next()).rejects.toThrow('stop');
  });
});

describe('decodeAudio with limits', () => {
  it.each(['pcm_16.wav', 'pcm_24_2ch.flac', 'undeclared_length.flac', 'in_ogg.oga', 'float.aiff'])(
    'rejects what is longer, and decodes what is not: %s',
    (name) => {
      const bytes = fixture(name);
      const nSamples = decodeAudio(bytes).channels[0]!.length;
      expect(decodeAudio(bytes, { maxSamples: nSamples }).channels[0]).toHaveLength(nSamples);
      expect(() => decodeAudio(bytes, { maxSamples: nSamples - 1 })).toThrow('Expected at most');
      expect(() => decodeAudio(bytes, { maxSeconds: 0 })).toThrow('Raise `maxSeconds`');
    },
  );

  it('rejects limits that are none', () => {
    expect(() => decodeAudio(fixture('pcm_16.wav'), { maxSamples: -1 })).toThrow('`maxSamples`');
    expect(() => decodeAudio(fixture('pcm_16.wav'), { maxSeconds: NaN })).toThrow('`maxSeconds`');
  });
});
