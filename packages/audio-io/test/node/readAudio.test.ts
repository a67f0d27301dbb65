import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { readAudio } from '../../src/node/readAudio.js';
import { fixture, fixturePath } from '../fixture.js';
import { ascii } from '../wavBytes.js';
import { rejection, temporaryFolder } from './support.js';

const folder = temporaryFolder();

describe('readAudio', () => {
  it('mixes down and keeps the rate of the file', async () => {
    const clip = await readAudio(fixturePath('eight_channels.flac'));
    expect(clip.sampleRate).toBe(16000);
    expect(clip.samples).toHaveLength(64);
  });

  it('resamples to a given rate', async () => {
    const clip = await readAudio(fixturePath('rate_24414.flac'), { sampleRate: 16000, quality: 'fast' });
    expect(clip.sampleRate).toBe(16000);
    expect(clip.samples).toHaveLength(Math.ceil((200 * 16000) / 24414));
  });

  it('detects the format from the content, whatever the name', async () => {
    const path = await folder.write('flac.wav', fixture('pcm_16_1ch.flac'));
    expect((await readAudio(path)).samples).toHaveLength(600);
  });

  it('names a missing file', async () => {
    const path = folder.path('missing.wav');
    const error = await rejection(readAudio(path));
    expect(error.code).toBe('file-not-found');
    expect(error.file).toBe(path);
    expect(error.message).toContain(`${path}: Expected a file, found none.`);
  });

  it('names a folder given instead of a file', async () => {
    const error = await rejection(readAudio(folder.path()));
    expect(error.code).toBe('file-unreadable');
    expect(error.file).toBe(folder.path());
    expect(error.message).toContain('got a folder');
  });

  it.each([
    ['empty-file', new Uint8Array(0)],
    ['git-lfs-pointer', Uint8Array.from(ascii('version https://git-lfs.github.com/spec/v1\n'))],
    ['not-audio', Uint8Array.from(ascii('emotion,path\n'))],
    ['truncated-file', fixture('pcm_16.wav').subarray(0, -10)],
    ['corrupt-file', fixture('pcm_16_1ch.flac').map((byte, i) => (i === 500 ? byte ^ 1 : byte))],
  ])('names the file in every error: %s', async (code, content) => {
    const path = await folder.write(`${code}.wav`, content);
    const error = await rejection(readAudio(path));
    expect(error.code).toBe(code);
    expect(error.file).toBe(path);
    expect(error.message).toContain(`${path}: Expected`);
    expect(error.cause).toBeInstanceOf(SerError);
  });

  it('names the file if the rate is out of bounds', async () => {
    const error = await rejection(readAudio(fixturePath('pcm_16.wav'), { sampleRate: -1 }));
    expect(error.code).toBe('invalid-option');
    expect(error.file).toContain('pcm_16.wav');
  });

  it('rejects with the reason of its signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(readAudio(fixturePath('pcm_16.wav'), { signal })).rejects.toThrow('enough');
    const controller = new AbortController();
    const reading = readAudio(fixturePath('pcm_16.wav'), { signal: controller.signal });
    controller.abort(new Error('stop'));
    await expect(reading).rejects.toThrow('stop');
  });
});
