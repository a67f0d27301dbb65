import { describe, expect, it } from 'vitest';
import { parseOgg } from '../../src/ogg/parseOgg.js';
import { errorFrom } from '../errorFrom.js';
import { fixture, recordedAnswers } from '../fixture.js';
import { oggPage, opusHead, vorbisHead } from '../oggBytes.js';
import { ascii } from '../wavBytes.js';

const bytesOf = (...pages: readonly number[][]): Uint8Array => Uint8Array.from(pages.flat());

/** A packet of Opus of 960 samples. */
const opus20ms = [0x98 | (3 << 3), 1, 2];

describe('parseOgg', () => {
  it('reads Opus: 48000 Hz, without the samples to skip', () => {
    const bytes = bytesOf(oggPage(opusHead(2, 312), { position: 0 }), oggPage([1, 2, 3], { position: 5000 }));
    expect(parseOgg(bytes)).toEqual([
      { codec: 'opus', sampleRate: 48000, nChannels: 2, nSamples: 4688, gain: 1 },
    ]);
  });

  it('reads the output gain of Opus in dB', () => {
    const head = (decibels: number) => bytesOf(oggPage(opusHead(1, 0, 256 * decibels), { position: 0 }));
    expect(parseOgg(head(20))[0]!.gain).toBeCloseTo(10, 12);
    expect(parseOgg(head(-20))[0]!.gain).toBeCloseTo(0.1, 12);
  });

  it('reads Vorbis: the length is the position of the last page that has one', () => {
    const bytes = bytesOf(
      oggPage(vorbisHead(1, 22050), { position: 0 }),
      oggPage([1], { position: 700 }),
      oggPage([2]),
    );
    const layout = { codec: 'vorbis', sampleRate: 22050, nChannels: 1, nSamples: 700, gain: 1 };
    expect(parseOgg(bytes)).toEqual([layout]);
  });

  it('does not count what comes before the first sample of a stream that was cut out of a longer one', () => {
    const bytes = bytesOf(
      oggPage(opusHead(1, 312), { position: 0 }),
      oggPage(ascii('OpusTags'), { position: 0 }),
      oggPage(opus20ms, { position: 100_000 + 960 }),
      oggPage(opus20ms, { position: 100_000 + 1920 }),
    );
    expect(parseOgg(bytes)[0]!.nSamples).toBe(1920 - 312);
  });

  it('skips the pages of other streams', () => {
    const bytes = bytesOf(
      oggPage(vorbisHead(1, 22050), { position: 0 }),
      oggPage([1], { position: 700 }),
      oggPage([2], { position: 9000, stream: 8 }),
    );
    expect(parseOgg(bytes).map(({ nSamples }) => nSamples)).toEqual([700]);
  });

  it.each(recordedAnswers('lossy').filter(([name]) => name.endsWith('.ogg')))(
    'agrees with libsndfile on %s',
    (name, answer) => {
      const { sampleRate, nChannels, nSamples } = answer;
      expect(parseOgg(fixture(name))).toMatchObject([{ sampleRate, nChannels, nSamples }]);
    },
  );

  it('rejects a file that is cut off within a page', () => {
    const error = errorFrom(() => parseOgg(fixture('mono_opus.ogg').subarray(0, -1)));
    expect(error.code).toBe('truncated-file');
    expect(error.message).toContain('Expected complete Ogg pages');
  });

  it('rejects a header that is too short', () => {
    const error = errorFrom(() => parseOgg(bytesOf(oggPage(ascii('OpusHead'), { position: 0 }))));
    expect(error.code).toBe('corrupt-file');
    expect(error.message).toContain('got one of 8 bytes');
  });

  it('rejects a header without channels or with a rate of 0', () => {
    for (const head of [vorbisHead(0, 8000), vorbisHead(1, 0), opusHead(0, 0)]) {
      expect(errorFrom(() => parseOgg(bytesOf(oggPage(head, { position: 0 })))).code).toBe('corrupt-file');
    }
  });
});
