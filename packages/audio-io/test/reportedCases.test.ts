import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { audioInfo } from '../src/audioInfo.js';
import { decodeAnyAudio } from '../src/decodeAnyAudio.js';
import { soundFormat } from '../src/format/soundFormat.js';
import { mp3InWav } from '../src/wav/mp3InWav.js';

/** The correct content of a file as people report them, or the code of the error. */
interface Expected {
  readonly sampleRate: number;
  readonly nChannels: number;
  readonly nSamples: number;

  /** Root mean square of each channel. */
  readonly rms: readonly number[];

  /** Samples of each channel at some positions. */
  readonly at: Readonly<Record<string, readonly number[]>>;
  readonly refuse?: string;
}

const defaultFolder = fileURLToPath(new URL('../../../../shared/cases', import.meta.url));
const folder = join(process.env['SER_CASES'] ?? defaultFolder, 'reported');
const list = join(folder, 'expected.json');
const { resolve } = createRequire(import.meta.url);

/** The packages of the lossy formats and their precision; libsndfile rounds decoded Opus to 16 bits. */
const decoders: Readonly<Record<string, readonly [packageName: string, precision: number]>> = {
  MP3: ['mpg123-decoder', 1e-4],
  'Ogg Vorbis': ['@wasm-audio-decoders/ogg-vorbis', 1e-4],
  'Ogg Opus': ['ogg-opus-decoder', 1e-3],
};

/** Expected values have six digits. */
const exact = 1e-6;

function casesIn(path: string): [string, Expected][] {
  if (!existsSync(path)) return [];
  const cases = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Expected>;
  return Object.entries(cases).filter(
    ([name, expected]) => existsSync(join(folder, name)) && ('nSamples' in expected || 'refuse' in expected),
  );
}

function isInstalled(packageName: string): boolean {
  try {
    resolve(packageName);
    return true;
  } catch {
    return false;
  }
}

const cases = casesIn(list);

describe.skipIf(cases.length === 0)(`files as people report them (needs ${list})`, () => {
  it.each(cases)('%s', async (name, expected) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const format = mp3InWav(bytes) === undefined ? soundFormat(bytes) : 'MP3';
    const [packageName, precision] = decoders[format ?? ''] ?? [undefined, exact];
    const decodes = packageName === undefined || isInstalled(packageName);
    if (expected.refuse !== undefined) {
      expect(() => audioInfo(bytes)).toThrow(expect.objectContaining({ code: expected.refuse }));
      await expect(decodeAnyAudio(bytes)).rejects.toMatchObject({ code: expected.refuse });
      return;
    }
    const { sampleRate, nChannels, nSamples } = expected;
    expect(audioInfo(bytes)).toMatchObject({ sampleRate, nChannels, nSamples });
    if (!decodes) return;
    const { channels, sampleRate: decodedRate } = await decodeAnyAudio(bytes);
    expect([decodedRate, channels.length, channels[0]!.length]).toEqual([sampleRate, nChannels, nSamples]);
    channels.forEach((samples, channel) => {
      const errors = Object.entries(expected.at).map(([at, values]) =>
        Math.abs(samples[Number(at)]! - values[channel]!),
      );
      expect(Math.max(...errors)).toBeLessThan(precision);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      expect(Math.abs(Math.sqrt(power) - expected.rms[channel]!)).toBeLessThan(Math.max(precision, 1e-5));
    });
  });
});
