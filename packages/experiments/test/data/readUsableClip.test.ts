import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUsableClip } from '../../src/data/readUsableClip.js';

let folder: string;

/** A rate of 100 Hz keeps the file small. */
const sampleRate = 100;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-clips-'));
  const samples = new Float32Array(601 * sampleRate).fill(0.5);
  await writeWav(join(folder, 'long.wav'), { samples, sampleRate });
  await writeWav(join(folder, 'silent.wav'), { samples: new Float32Array(100), sampleRate });
});

afterAll(() => rm(folder, { recursive: true }));

describe('readUsableClip', () => {
  it('refuses a file of more than ten minutes, but reads a part of it', async () => {
    const file = join(folder, 'long.wav');
    await expect(readUsableClip(file, sampleRate)).rejects.toMatchObject({
      code: 'clip-too-long',
      file,
      message: expect.stringContaining('List its utterances with `start` and `end`, or cut it.'),
    });
    const part = await readUsableClip(file, sampleRate, { start: 595, end: 600 });
    expect(part.samples).toHaveLength(500);
  });

  it('refuses silence', async () => {
    await expect(readUsableClip(join(folder, 'silent.wav'), sampleRate)).rejects.toMatchObject({
      code: 'silent-clip',
    });
  });
});
