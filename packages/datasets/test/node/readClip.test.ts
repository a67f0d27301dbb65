import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeWav } from '@ser/audio-io';
import { readAudio } from '@ser/audio-io/node';
import { describe, expect, it } from 'vitest';
import { readClip } from '../../src/node/readClip.js';
import { corpusFolder } from './corpusFolder.js';

const sampleRate = 8000;
const noise = (seed: number) => Float32Array.from({ length: 8000 }, (_, i) => Math.sin(i * (i + seed)) / 2);
const stereo = { channels: [noise(1), noise(2)], sampleRate };

/** An AIFF file with 16-bit samples of one channel at 8 kHz. */
function aiff(samples: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(54 + 2 * samples.length);
  bytes.write('FORM', 0, 'latin1');
  bytes.writeUInt32BE(46 + 2 * samples.length, 4);
  bytes.write('AIFFCOMM', 8, 'latin1');
  bytes.writeUInt32BE(18, 16);
  bytes.writeUInt16BE(1, 20);
  bytes.writeUInt32BE(samples.length, 22);
  bytes.writeUInt16BE(16, 26);
  bytes.writeUInt16BE(0x400b, 28);
  bytes.writeUInt32BE(0xfa000000, 30);
  bytes.write('SSND', 38, 'latin1');
  bytes.writeUInt32BE(8 + 2 * samples.length, 42);
  samples.forEach((sample, i) => bytes.writeInt16BE(sample, 54 + 2 * i));
  return bytes;
}

const files = {
  'pcm16.wav': encodeWav(stereo),
  'pcm24.wav': encodeWav(stereo, { format: 'pcm24' }),
  'float32.wav': encodeWav(stereo, { format: 'float32' }),
  'voice.aiff': aiff(Array.from({ length: 8000 }, (_, i) => (i * 37) % 20_000)),
};

describe('readClip', () => {
  it.each(Object.keys(files))('reads a part of %s as it is in the whole file', async (name) => {
    const folder = await corpusFolder(files);
    const { samples } = await readAudio(join(folder, name));
    const part = await readClip(join(folder, name), { start: 0.25, end: 0.5 });
    expect(part).toEqual({ samples: samples.slice(2000, 4000), sampleRate });
    const rest = await readClip(join(folder, name), { start: 0.9, end: 99 });
    expect(rest.samples).toEqual(samples.slice(7200));
    expect((await readClip(join(folder, name))).samples).toEqual(samples);
  });

  it('reads only the part of a WAV file: what is elsewhere may be damaged', async () => {
    const folder = await corpusFolder(files);
    const bytes = Buffer.from(encodeWav(stereo, { format: 'float32' }));
    const { samples } = await readAudio(join(folder, 'float32.wav'));
    bytes.fill(0xff, 60, 1000); // samples that are not numbers
    await writeFile(join(folder, 'damaged.wav'), bytes);
    await expect(readAudio(join(folder, 'damaged.wav'))).rejects.toMatchObject({ code: 'invalid-sample' });
    const { samples: part } = await readClip(join(folder, 'damaged.wav'), { start: 0.5 });
    expect(part).toEqual(samples.slice(4000));
  });

  it('resamples the part', async () => {
    const folder = await corpusFolder(files);
    const clip = await readClip(join(folder, 'pcm16.wav'), { end: 0.5, sampleRate: 16_000 });
    expect(clip).toMatchObject({ sampleRate: 16_000, samples: { length: 8000 } });
  });

  it('rejects a part after the end, and files that cannot be read', async () => {
    const folder = await corpusFolder(files);
    const file = join(folder, 'pcm16.wav');
    await expect(readClip(file, { start: 2 })).rejects.toMatchObject({ code: 'part-not-found', file });
    const none = join(folder, 'none.wav');
    await expect(readClip(none, { start: 2 })).rejects.toMatchObject({ code: 'file-not-found', file: none });
  });
});
