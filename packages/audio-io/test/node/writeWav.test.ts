import { mkdir, readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readAudio } from '../../src/node/readAudio.js';
import { readAudioInfo } from '../../src/node/readAudioInfo.js';
import { writeWav } from '../../src/node/writeWav.js';
import { encodeWav } from '../../src/wav/encodeWav.js';
import { rejection, temporaryFolder } from './support.js';

const folder = temporaryFolder();

describe('writeWav', () => {
  it('writes what readAudio reads', async () => {
    const path = folder.path('written.wav');
    const clip = { samples: Float32Array.of(0.5, -1, 0.25), sampleRate: 22050 };
    await writeWav(path, clip, { format: 'pcm24' });
    expect(await readAudio(path)).toEqual(clip);
    expect(await readAudioInfo(path)).toMatchObject({ encoding: 'pcm24' });
  });

  it('names the file it cannot write', async () => {
    const path = folder.path('no-such-folder/x.wav');
    const error = await rejection(writeWav(path, { samples: new Float32Array(1), sampleRate: 8000 }));
    expect(error.code).toBe('file-unwritable');
    expect(error.file).toBe(path);
    expect(error.message).toContain('Create its folder first');
  });

  it('names the file of rejected samples and does not write it', async () => {
    await mkdir(folder.path('kept'));
    const path = folder.path('kept/nan.wav');
    const error = await rejection(writeWav(path, { samples: Float32Array.of(NaN), sampleRate: 8000 }));
    expect(error.code).toBe('invalid-sample');
    expect(error.file).toBe(path);
    expect((await rejection(readAudio(path))).code).toBe('file-not-found');
  });
});

describe('writeWav with blocks', () => {
  const blocks = async function* (...lengths: number[]) {
    await Promise.resolve();
    for (const length of lengths) yield { channels: [new Float32Array(length).fill(0.25)], sampleRate: 8000 };
  };

  it.each(['pcm16', 'pcm24', 'float32'] as const)('writes the bytes of encodeWav as %s', async (format) => {
    const path = folder.path(`blocks-${format}.wav`);
    await writeWav(path, blocks(300, 0, 45), { format });
    const clip = { samples: new Float32Array(345).fill(0.25), sampleRate: 8000 };
    expect(new Uint8Array(await readFile(path))).toEqual(encodeWav(clip, { format }));
  });

  it('keeps an existing file if a block cannot be written, and leaves nothing else behind', async () => {
    const path = await folder.write('existing.wav', Uint8Array.of(1, 2, 3));
    const loud = async function* () {
      yield* blocks(100);
      yield { channels: [Float32Array.of(0, 2)], sampleRate: 8000 };
    };
    const error = await rejection(writeWav(path, loud()));
    expect(error).toMatchObject({ code: 'invalid-sample', file: path });
    expect(error.message).toContain('in sample 101 of channel 0');
    expect([...(await readFile(path))]).toEqual([1, 2, 3]);
    expect((await readdir(folder.path())).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
