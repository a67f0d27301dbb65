import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decodeAudio } from '../../src/decodeAudio.js';
import { readAudio } from '../../src/node/readAudio.js';
import { readAudioBlocks } from '../../src/node/readAudioBlocks.js';
import { readAudioInfo } from '../../src/node/readAudioInfo.js';
import { collectBlocks } from '../../src/blocks/collectBlocks.js';
import { fixture, fixturePath } from '../fixture.js';
import { rejection, temporaryFolder } from './support.js';

const folder = temporaryFolder();

describe('readAudioBlocks', () => {
  it.each(['pcm_16.wav', 'rifx_pcm_24.wav', 'pcm_24_2ch.flac', 'float.aiff', 'in_ogg.oga'])(
    'reads the samples of decodeAudio from disk: %s',
    async (name) => {
      expect(await collectBlocks(readAudioBlocks(fixturePath(name)))).toEqual(decodeAudio(fixture(name)));
    },
  );

  it('closes the file when the iteration ends early', async () => {
    for await (const { channels } of readAudioBlocks(fixturePath('pcm_16.wav'))) {
      expect(channels[0]!.length).toBeGreaterThan(0);
      break;
    }
  });

  it('names the file in errors', async () => {
    const path = await folder.write('cut.wav', fixture('pcm_16.wav').subarray(0, -10));
    const error = await rejection(collectBlocks(readAudioBlocks(path)));
    expect(error).toMatchObject({ code: 'truncated-file', file: path });
  });
});

describe('what is not a file', () => {
  const readers = [readAudio, readAudioInfo, (path: string) => collectBlocks(readAudioBlocks(path))];

  it.skipIf(process.platform === 'win32')('a device that never ends is rejected', async () => {
    for (const read of readers) {
      const error = await rejection(read('/dev/zero'));
      expect(error).toMatchObject({ code: 'file-unreadable', file: '/dev/zero' });
      expect(error.message).toContain('got a device');
    }
  });

  it.skipIf(process.platform === 'win32')('a pipe is rejected without waiting for a writer', async () => {
    const path = folder.path('pipe.wav');
    expect(spawnSync('mkfifo', [path]).status).toBe(0);
    for (const read of readers) {
      const error = await rejection(read(path));
      expect(error.code).toBe('file-unreadable');
      expect(error.message).toContain('got a pipe');
    }
  });

  it.skipIf(process.platform === 'win32')('a socket is rejected', async () => {
    const path = folder.path('socket.wav');
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(path, resolve));
    const error = await rejection(readAudio(path));
    expect(error.code).toBe('file-unreadable');
    expect(error.message).toContain('got a socket');
  });
});

describe('readAudio with a limit', () => {
  it('rejects longer audio', async () => {
    const path = fixturePath('pcm_24_2ch.flac');
    const { nSamples, seconds } = await readAudioInfo(path);
    expect((await readAudio(path, { maxSamples: nSamples, maxSeconds: seconds })).samples).toHaveLength(
      nSamples,
    );
    const error = await rejection(readAudio(path, { maxSeconds: seconds / 2 }));
    expect(error).toMatchObject({ code: 'audio-too-long', file: path });
  });
});
