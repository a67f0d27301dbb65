import { describe, expect, it } from 'vitest';
import { readAudioInfo } from '../../src/node/readAudioInfo.js';
import { fixturePath } from '../fixture.js';
import { ascii } from '../wavBytes.js';
import { rejection, temporaryFolder } from './support.js';

const folder = temporaryFolder();

describe('readAudioInfo', () => {
  it('reads the header', async () => {
    const info = await readAudioInfo(fixturePath('pcm_24_2ch.flac'));
    expect(info).toMatchObject({ container: 'flac', encoding: 'flac24', nChannels: 2, nSamples: 600 });
  });

  it('names a file that is not audio', async () => {
    const path = await folder.write('notes.wav', Uint8Array.from(ascii('hello')));
    const error = await rejection(readAudioInfo(path));
    expect(error.code).toBe('not-audio');
    expect(error.file).toBe(path);
  });
});
