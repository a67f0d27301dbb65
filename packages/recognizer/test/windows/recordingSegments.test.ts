import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeWav } from '@ser/audio-io';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { softmaxRecognizer } from '../fakes.js';
import { tone } from '../tone.js';

let folder: string;
const { samples } = tone(440, { seconds: 5, sampleRate: 44100 });
const bytes = encodeWav({ channels: [samples, samples.map((sample) => sample / 2)], sampleRate: 44100 });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-segments-'));
  await writeFile(join(folder, 'stereo.wav'), bytes);
});

afterAll(() => rm(folder, { recursive: true }));

describe('Recognizer.segments of a file', () => {
  it('gives the segments of its samples, however the file is passed', async () => {
    const recognizer = softmaxRecognizer();
    const options = { window: 1, hop: 0.5 };
    const fromBytes = await recognizer.segments(bytes, options);
    expect(fromBytes).toHaveLength(9);
    expect(await recognizer.segments(join(folder, 'stereo.wav'), options)).toEqual(fromBytes);
    expect(await recognizer.segments(new Blob([bytes.slice()]), options)).toEqual(fromBytes);
  });

  it('rejects with the reason of its signal, while it predicts', async () => {
    const stop = new AbortController();
    const segments = softmaxRecognizer().segments(bytes, { window: 1, hop: 0.01, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('stop')), 0);
    await expect(segments).rejects.toThrow('stop');
  });
});

describe('Recognizer.predict of long audio', () => {
  it('refuses more than ten minutes, and names segments', async () => {
    const clip = { samples: new Float32Array(8000 * 601), sampleRate: 8000 };
    await expect(softmaxRecognizer().predict(clip)).rejects.toMatchObject({
      code: 'audio-too-long',
      message: expect.stringContaining('Expected at most 600 s of audio, got 601.0 s. Use `segments`'),
    });
    expect((await softmaxRecognizer().predict(clip, { maxSeconds: Infinity })).speech).toBe(false);
  });

  it('names the file', async () => {
    const file = join(folder, 'stereo.wav');
    await expect(softmaxRecognizer().predict(file, { maxSeconds: 4 })).rejects.toMatchObject({
      code: 'audio-too-long',
      file,
      message: `${file}: Expected at most 4 s of audio, got more. Use \`segments\`, which predicts windows of audio of any length, or raise \`maxSeconds\`.`,
    });
  });

  it.skipIf(process.platform === 'win32')('rejects a device', async () => {
    await expect(softmaxRecognizer().predict('/dev/zero')).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringContaining('is a pipe or a device'),
    });
  });
});
