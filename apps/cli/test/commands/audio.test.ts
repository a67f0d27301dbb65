import { join } from 'node:path';
import { readAudioInfo, writeWav } from '@ser/audio-io/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';

let folder: string;

beforeAll(async () => {
  folder = await makeFolder('audio');
  const tone = Float32Array.from(
    { length: 16000 },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * 440 * i) / 16000),
  );
  await writeWav(join(folder, 'stereo.wav'), { channels: [tone, tone], sampleRate: 16000 });
});

const audio = (...argv: string[]) => runSer(['audio', ...argv], { cwd: folder });

describe('ser audio info', () => {
  it('shows the format, rate, channels, and length', async () => {
    const { code, stdout } = await audio('info', 'stereo.wav');
    expect(code).toBe(0);
    expect(stdout).toBe('stereo.wav: wav pcm16, 16000 Hz, stereo, 1.000 s\n');
  });

  it('has an entry for each file with --json, also for a bad one', async () => {
    const { code, stdout } = await audio('info', 'stereo.wav', 'gone.wav', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        file: 'stereo.wav',
        container: 'wav',
        encoding: 'pcm16',
        sampleRate: 16000,
        nChannels: 2,
        nSamples: 16000,
        seconds: 1,
      },
      { file: 'gone.wav', error: { code: 'file-not-found', message: expect.stringContaining('gone.wav') } },
    ]);
  });
});

describe('ser audio convert', () => {
  it('keeps the rate and the channels by default', async () => {
    expect((await audio('convert', 'stereo.wav', 'same.wav')).code).toBe(0);
    expect(await readAudioInfo(join(folder, 'same.wav'))).toMatchObject({
      sampleRate: 16000,
      nChannels: 2,
      nSamples: 16000,
    });
  });

  it('resamples every channel', async () => {
    await audio('convert', 'stereo.wav', 'slow.wav', '--sample-rate', '8000');
    expect(await readAudioInfo(join(folder, 'slow.wav'))).toMatchObject({
      sampleRate: 8000,
      nChannels: 2,
      nSamples: 8000,
    });
  });

  it('mixes down to one channel and writes the chosen sample format', async () => {
    const { stdout } = await audio('convert', 'stereo.wav', 'mono.wav', '--mono', '--format', 'float32');
    expect(stdout).toBe('mono.wav  float32, 16000 Hz, mono\n');
    expect(await readAudioInfo(join(folder, 'mono.wav'))).toMatchObject({
      encoding: 'float32',
      nChannels: 1,
    });
  });

  it('rejects an unknown sample format', async () => {
    const { code, stderr } = await audio('convert', 'stereo.wav', 'x.wav', '--format', 'mp3');
    expect(code).toBe(2);
    expect(stderr).toContain('`--format` must be one of pcm16, pcm24, float32; got `mp3`.');
  });
});
