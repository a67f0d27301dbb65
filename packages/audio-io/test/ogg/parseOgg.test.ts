import { describe, expect, it } from 'vitest';
import { parseOgg } from '../../src/ogg/parseOgg.js';
import { fixture, recordedAnswers } from '../fixture.js';
import { errorFrom } from '../errorFrom.js';
import { ascii, uint16, uint32 } from '../wavBytes.js';

const opusHead = (nChannels: number, skipped: number): number[] => [
  ...ascii('OpusHead'),
  ...[1, nChannels, ...uint16(skipped), ...uint32(16000), 0, 0, 0],
];

const vorbisHead = (nChannels: number, sampleRate: number): number[] => [
  ...ascii('\x01vorbis'),
  ...[...uint32(0), nChannels, ...uint32(sampleRate), ...new Array<number>(14).fill(0)],
];

function page(content: readonly number[], position: readonly number[], stream = 7): number[] {
  const head = [...ascii('OggS'), 0, 0, ...position, ...uint32(stream), ...uint32(0), ...uint32(0)];
  return [...head, 1, content.length, ...content];
}

const at = (position: number): number[] => [...uint32(position), ...uint32(0)];
const nowhere = [...uint32(0xffffffff), ...uint32(0xffffffff)];

describe('parseOgg', () => {
  it('reads Opus: 48000 Hz, without the samples to skip', () => {
    const bytes = Uint8Array.from([...page(opusHead(2, 312), at(0)), ...page([1, 2, 3], at(5000))]);
    expect(parseOgg(bytes)).toEqual({ codec: 'opus', sampleRate: 48000, nChannels: 2, nSamples: 4688 });
  });

  it('reads Vorbis: the length is the position of the last page that has one', () => {
    const pages = [page(vorbisHead(1, 22050), at(0)), page([1], at(700)), page([2], nowhere)];
    expect(parseOgg(Uint8Array.from(pages.flat()))).toEqual({
      codec: 'vorbis',
      sampleRate: 22050,
      nChannels: 1,
      nSamples: 700,
    });
  });

  it('skips the pages of other streams', () => {
    const pages = [page(vorbisHead(1, 22050), at(0)), page([1], at(700)), page([2], at(9000), 8)];
    expect(parseOgg(Uint8Array.from(pages.flat())).nSamples).toBe(700);
  });

  it.each(recordedAnswers('lossy').filter(([name]) => name.endsWith('.ogg')))(
    'agrees with libsndfile on %s',
    (name, answer) => {
      const { sampleRate, nChannels, nSamples } = answer;
      expect(parseOgg(fixture(name))).toMatchObject({ sampleRate, nChannels, nSamples });
    },
  );

  it('rejects a file that is cut off within a page', () => {
    const error = errorFrom(() => parseOgg(fixture('mono_opus.ogg').subarray(0, -1)));
    expect(error.code).toBe('truncated-file');
    expect(error.message).toContain('Expected complete Ogg pages');
  });

  it('rejects a header that is too short', () => {
    const error = errorFrom(() => parseOgg(Uint8Array.from(page(ascii('OpusHead'), at(0)))));
    expect(error.code).toBe('corrupt-file');
    expect(error.message).toContain('got one of 8 bytes');
  });

  it('rejects a header without channels or with a rate of 0', () => {
    for (const head of [vorbisHead(0, 8000), vorbisHead(1, 0), opusHead(0, 0)]) {
      expect(errorFrom(() => parseOgg(Uint8Array.from(page(head, at(0))))).code).toBe('corrupt-file');
    }
  });
});
