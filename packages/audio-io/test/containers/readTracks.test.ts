import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { audioInfo } from '../../src/audioInfo.js';
import { decodeAnyAudio } from '../../src/decodeAnyAudio.js';
import { containerAnswers, containerFixture, hasFfmpeg } from './recordings.js';

const { resolve } = createRequire(import.meta.url);

function isInstalled(packageName: string): boolean {
  try {
    resolve(packageName);
    return true;
  } catch {
    return false;
  }
}

const packages: Readonly<Record<string, string>> = {
  opus: 'ogg-opus-decoder',
  vorbis: '@wasm-audio-decoders/ogg-vorbis',
  layer3: 'mpg123-decoder',
};
const ffmpeg = hasFfmpeg();

/** What the test of a codec needs; `undefined` if it is decoded here. */
function missing(encoding: string): string | undefined {
  if (encoding === 'aac' || encoding === 'amr') return ffmpeg ? undefined : 'the program ffmpeg';
  const packageName = packages[encoding];
  return packageName === undefined || isInstalled(packageName) ? undefined : packageName;
}

const containers: Readonly<Record<string, string>> = {
  webm: 'webm',
  mka: 'webm',
  m4a: 'mp4',
  mp4: 'mp4',
  mov: 'mp4',
  caf: 'caf',
  aac: 'aac',
  amr: 'amr',
};

describe.each(Object.entries(containerAnswers()))('%s', (name, answer) => {
  const bytes = containerFixture(name);
  const { sampleRate, nChannels, nSamples } = answer;
  const info = audioInfo(bytes);
  const needed = missing(info.encoding);

  it('has the header that its encoder wrote', () => {
    expect(info).toMatchObject({ sampleRate, nChannels, nSamples });
    expect(info.container).toBe(containers[name.split('.')[1]!]);
    expect(info.seconds).toBe(nSamples / sampleRate);
  });

  const what = needed === undefined ? '' : ` (needs ${needed})`;
  it.skipIf(needed !== undefined)(`decodes to the samples of ffmpeg${what}`, async () => {
    const { channels, sampleRate: rate } = await decodeAnyAudio(bytes);
    expect([rate, channels.length, channels[0]!.length]).toEqual([sampleRate, nChannels, nSamples]);
    const errors = answer.every50th.map((expected, i) => {
      const found = channels[i % nChannels]![50 * Math.floor(i / nChannels)]!;
      return Math.abs(found - expected);
    });
    const precision = info.encoding === 'opus' ? 1e-3 : 2e-6;
    expect(Math.max(...errors)).toBeLessThan(precision);
  });
});
