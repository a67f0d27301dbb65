import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readAudio } from '../../src/node/readAudio.js';
import { readAudioInfo } from '../../src/node/readAudioInfo.js';
import { writeWav } from '../../src/node/writeWav.js';
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
