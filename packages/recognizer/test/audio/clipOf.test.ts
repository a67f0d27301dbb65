import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { encodeWav, registerDecoder } from '@ser/audio-io';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { AudioInput } from '../../src/audio/audioInput.js';
import { clipOf } from '../../src/audio/clipOf.js';

const sampleRate = 8000;
const left = Float32Array.of(0.5, 0, -0.5);
const right = Float32Array.of(0, 0.25, 0.5);
const mono = [0.25, 0.125, 0];
const stereo = { channels: [left, right], sampleRate };

describe('clipOf', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ser-audio-'));
    await writeFile(at('stereo.wav'), encodeWav(stereo));
    await writeFile(at('text.wav'), 'This is text.\n');
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('returns a clip as it is', async () => {
    const clip = { samples: left, sampleRate };
    expect(await clipOf(clip)).toEqual(clip);
  });

  it('mixes channels down', async () => {
    const { samples } = await clipOf(stereo);
    expect([...samples]).toEqual(mono);
  });

  it("accepts Web Audio's AudioBuffer, whose methods need their object", async () => {
    class AudioBuffer {
      readonly sampleRate = sampleRate;
      readonly numberOfChannels = 2;
      readonly data = stereo.channels;
      getChannelData(channel: number): Float32Array {
        return this.data[channel]!;
      }
    }
    expect([...(await clipOf(new AudioBuffer())).samples]).toEqual(mono);
  });

  it('decodes bytes in any container', async () => {
    const bytes = encodeWav(stereo);
    const forms: AudioInput[] = [bytes, bytes.slice().buffer, new Blob([bytes.slice()])];
    for (const form of forms) expect([...(await clipOf(form)).samples]).toEqual(mono);
  });

  it('uses registered decoders, for bytes and for files', async () => {
    const take = registerDecoder({
      name: 'Words',
      recognizes: (bytes) => bytes[0] === 0x57, // W
      decode: () => Promise.resolve(stereo),
    });
    onTestFinished(take);
    await writeFile(at('words.mp3'), 'WORDS');
    const forms: AudioInput[] = [new TextEncoder().encode('WORDS'), at('words.mp3')];
    for (const form of forms) expect([...(await clipOf(form)).samples]).toEqual(mono);
  });

  it('reads a file by its path and by its URL', async () => {
    expect([...(await clipOf(at('stereo.wav'))).samples]).toEqual(mono);
    expect([...(await clipOf(pathToFileURL(at('stereo.wav')))).samples]).toEqual(mono);
    expect([...(await clipOf(pathToFileURL(at('stereo.wav')).href)).samples]).toEqual(mono);
  });

  it.each([
    ['gone.wav', 'file-not-found', 'The file does not exist. Check the path.'],
    ['.', 'file-unreadable', 'The file is a folder.'],
    ['text.wav', 'not-audio', ''],
  ])('names the file that cannot be read: %s, %s', async (name, code, fragment) => {
    const file = at(name);
    await expect(clipOf(file)).rejects.toMatchObject({
      name: 'SerError',
      code,
      file,
      message: expect.stringContaining(fragment),
    });
  });

  it('rejects inputs that are not audio, and samples that are not finite', async () => {
    await expect(clipOf({} as AudioInput)).rejects.toMatchObject({
      code: 'invalid-audio',
      message: expect.stringContaining('Audio must be a clip ({ samples, sampleRate })'),
    });
    await expect(clipOf({ samples: Float32Array.of(0, NaN), sampleRate })).rejects.toMatchObject({
      code: 'invalid-audio',
      message: expect.stringContaining('got NaN at index 1'),
    });
  });

  it('stops when the signal is aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(clipOf(at('stereo.wav'), { signal })).rejects.toThrow('enough');
  });
});
