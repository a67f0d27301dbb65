import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerError } from '@ser/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAudio } from '../src/node/readAudio.js';
import { readAudioInfo } from '../src/node/readAudioInfo.js';
import { writeWav } from '../src/node/writeWav.js';
import { fixture, fixturePath } from './fixture.js';
import { ascii } from './wavBytes.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audio-io-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The typed error of a rejected promise. */
async function rejection(promise: Promise<unknown>): Promise<SerError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SerError);
  return error as SerError;
}

async function fileOf(name: string, content: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('readAudio', () => {
  it('mixes down and keeps the rate of the file', async () => {
    const clip = await readAudio(fixturePath('eight_channels.flac'));
    expect(clip.sampleRate).toBe(16000);
    expect(clip.samples).toHaveLength(64);
  });

  it('resamples when asked to', async () => {
    const clip = await readAudio(fixturePath('rate_24414.flac'), { sampleRate: 16000, quality: 'fast' });
    expect(clip.sampleRate).toBe(16000);
    expect(clip.samples).toHaveLength(Math.ceil((200 * 16000) / 24414));
  });

  it('tells the format by content, whatever the name', async () => {
    const path = await fileOf('flac.wav', fixture('pcm_16_1ch.flac'));
    expect((await readAudio(path)).samples).toHaveLength(600);
  });

  it('names a file that is not there', async () => {
    const path = join(folder, 'missing.wav');
    const error = await rejection(readAudio(path));
    expect(error.code).toBe('file-not-found');
    expect(error.file).toBe(path);
    expect(error.message).toContain(`${path}: Expected a file, found none.`);
  });

  it('names a folder that was given for a file', async () => {
    const error = await rejection(readAudio(folder));
    expect(error.code).toBe('file-unreadable');
    expect(error.file).toBe(folder);
    expect(error.message).toContain('got a folder');
  });

  it.each([
    ['empty-file', new Uint8Array(0)],
    ['git-lfs-pointer', Uint8Array.from(ascii('version https://git-lfs.github.com/spec/v1\n'))],
    ['not-audio', Uint8Array.from(ascii('emotion,path\n'))],
    ['truncated-file', fixture('pcm_16.wav').subarray(0, -10)],
    ['corrupt-file', fixture('pcm_16_1ch.flac').map((byte, i) => (i === 500 ? byte ^ 1 : byte))],
  ])('names the file in every error: %s', async (code, content) => {
    const path = await fileOf(`${code}.wav`, content);
    const error = await rejection(readAudio(path));
    expect(error.code).toBe(code);
    expect(error.file).toBe(path);
    expect(error.message).toContain(`${path}: Expected`);
    expect(error.cause).toBeInstanceOf(SerError);
  });

  it('names the file when the rate asked for is out of bounds', async () => {
    const error = await rejection(readAudio(fixturePath('pcm_16.wav'), { sampleRate: -1 }));
    expect(error.code).toBe('invalid-option');
    expect(error.file).toContain('pcm_16.wav');
  });

  it('stops with the reason of its signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(readAudio(fixturePath('pcm_16.wav'), { signal })).rejects.toThrow('enough');
    const controller = new AbortController();
    const reading = readAudio(fixturePath('pcm_16.wav'), { signal: controller.signal });
    controller.abort(new Error('stop'));
    await expect(reading).rejects.toThrow('stop');
  });
});

describe('readAudioInfo', () => {
  it('reads the header', async () => {
    const info = await readAudioInfo(fixturePath('pcm_24_2ch.flac'));
    expect(info).toMatchObject({ container: 'flac', encoding: 'flac24', nChannels: 2, nSamples: 600 });
  });

  it('names a file that is not audio', async () => {
    const path = await fileOf('notes.wav', Uint8Array.from(ascii('hello')));
    const error = await rejection(readAudioInfo(path));
    expect(error.code).toBe('not-audio');
    expect(error.file).toBe(path);
  });
});

describe('writeWav', () => {
  it('writes what readAudio reads', async () => {
    const path = join(folder, 'written.wav');
    const clip = { samples: Float32Array.of(0.5, -1, 0.25), sampleRate: 22050 };
    await writeWav(path, clip, { format: 'pcm24' });
    expect(await readAudio(path)).toEqual(clip);
    expect(await readAudioInfo(path)).toMatchObject({ encoding: 'pcm24' });
  });

  it('names the file it cannot write', async () => {
    const path = join(folder, 'no-such-folder', 'x.wav');
    const error = await rejection(writeWav(path, { samples: new Float32Array(1), sampleRate: 8000 }));
    expect(error.code).toBe('file-unwritable');
    expect(error.file).toBe(path);
    expect(error.message).toContain('Create its folder first');
  });

  it('names the file of samples it refuses, and leaves it unwritten', async () => {
    await mkdir(join(folder, 'kept'));
    const path = join(folder, 'kept', 'nan.wav');
    const error = await rejection(writeWav(path, { samples: Float32Array.of(NaN), sampleRate: 8000 }));
    expect(error.code).toBe('invalid-sample');
    expect(error.file).toBe(path);
    expect((await rejection(readAudio(path))).code).toBe('file-not-found');
  });
});
