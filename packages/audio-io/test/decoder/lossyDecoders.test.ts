import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { decodeAnyAudio } from '../../src/decodeAnyAudio.js';
import { readAudio } from '../../src/node/readAudio.js';
import { fixture, fixturePath, recordedAnswers } from '../fixture.js';

const { resolve } = createRequire(import.meta.url);

function isInstalled(packageName: string): boolean {
  try {
    resolve(packageName);
    return true;
  } catch {
    return false;
  }
}

/** Decoders differ in rounding; libsndfile rounds decoded Opus to 16 bits. */
const formats = [
  { suffix: '.mp3', format: 'MP3', packageName: 'mpg123-decoder', precision: 2e-6 },
  {
    suffix: '_vorbis.ogg',
    format: 'Ogg Vorbis',
    packageName: '@wasm-audio-decoders/ogg-vorbis',
    precision: 1e-6,
  },
  { suffix: '_opus.ogg', format: 'Ogg Opus', packageName: 'ogg-opus-decoder', precision: 1e-4 },
] as const;

describe.each(formats)('$format', ({ suffix, format, packageName, precision }) => {
  const recorded = recordedAnswers('lossy').filter(([name]) => name.endsWith(suffix));

  describe.skipIf(!isInstalled(packageName))(`with ${packageName} (needs it installed)`, () => {
    it.each(recorded)('is decoded as in libsndfile: %s', async (name, expected) => {
      const { channels, sampleRate } = await decodeAnyAudio(fixture(name));
      expect({ sampleRate, nChannels: channels.length, nSamples: channels[0]!.length }).toEqual({
        sampleRate: expected.sampleRate,
        nChannels: expected.nChannels,
        nSamples: expected.nSamples,
      });
      const every100th = expected.every100th.map(
        (_, i) => channels[i % channels.length]![100 * Math.floor(i / channels.length)]!,
      );
      const differences = every100th.map((sample, i) => Math.abs(sample - expected.every100th[i]!));
      expect(Math.max(...differences)).toBeLessThan(precision);
    });
  });

  describe.skipIf(isInstalled(packageName))(`without ${packageName} (needs it absent)`, () => {
    it.each(recorded)('is rejected with the file, the format, and the package: %s', async (name) => {
      const file = fixturePath(name);
      const message =
        `${file}: Expected a decoder for ${format}, found none. Run \`npm install ${packageName}\`, or convert the ` +
        'file first: `ffmpeg -i in out.wav`.';
      await expect(readAudio(file)).rejects.toMatchObject({ code: 'decoder-not-installed', file, message });
    });
  });
});
