import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodeAnyAudio } from '../../src/decodeAnyAudio.js';
import { ffmpegDecoder } from '../../src/decoder/ffmpegDecoder.js';
import { containerFixture, hasFfmpeg } from '../containers/recordings.js';
import { fixture } from '../fixture.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('ffmpegDecoder', () => {
  it('recognizes AAC and AMR only', () => {
    expect(ffmpegDecoder.recognizes(containerFixture('adts.aac'))).toBe(true);
    expect(ffmpegDecoder.recognizes(containerFixture('narrow.amr'))).toBe(true);
    expect(ffmpegDecoder.recognizes(fixture('mono.mp3'))).toBe(false);
  });

  it.each(['aac.m4a', 'adts.aac', 'narrow.amr'])('names the program that %s needs', async (name) => {
    vi.stubEnv('PATH', '');
    await expect(decodeAnyAudio(containerFixture(name))).rejects.toMatchObject({
      code: 'decoder-not-installed',
      message: expect.stringMatching(/`ffmpeg` is not on the PATH\..*`ffmpeg -i in out\.wav`/),
    });
  });

  it('says in a worker what its page should pass', async () => {
    vi.stubGlobal('process', undefined);
    await expect(decodeAnyAudio(containerFixture('aac.m4a'))).rejects.toMatchObject({
      code: 'decoder-not-installed',
      message: expect.stringContaining('Decode the file in the page with `decodeAnyAudio`'),
    });
  });

  it.skipIf(!hasFfmpeg())('rejects what ffmpeg cannot decode (needs the program ffmpeg)', async () => {
    const damaged = containerFixture('aac.m4a').slice();
    damaged.fill(0xa5, 60, 1700);
    await expect(decodeAnyAudio(damaged)).rejects.toMatchObject({ code: 'corrupt-file' });
  });
});
