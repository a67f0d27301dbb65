import { describe, expect, it } from 'vitest';
import { audioInfo } from '../../src/audioInfo.js';
import { audioStart } from '../../src/bytes/audioStart.js';
import { decodeAudio } from '../../src/decodeAudio.js';
import { soundFormat } from '../../src/format/soundFormat.js';
import { fixture } from '../fixture.js';
import { ascii, uint32 } from '../wavBytes.js';

const zeros = (n: number): number[] => new Array<number>(n).fill(0);

/** An ID3v2 tag of that many bytes after its header of 10. */
const id3 = (size: number): number[] => [
  ...[...ascii('ID3'), 4, 0, 0, 0, (size >> 14) & 0x7f, (size >> 7) & 0x7f, size & 0x7f],
  ...zeros(size).fill(0x55),
];

/** An APEv2 tag with header, one item, and footer. */
const ape = (): number[] => {
  const item = [...uint32(1), ...uint32(0), ...ascii('Title'), 0, 0x41];
  const edge = (flags: number) => [
    ...[...ascii('APETAGEX'), ...uint32(2000), ...uint32(item.length + 32), ...uint32(1), ...uint32(flags)],
    ...zeros(8),
  ];
  return [...edge(0xa0000000), ...item, ...edge(0x80000000)];
};

const runs: readonly (readonly [string, readonly number[]])[] = [
  ['an ID3v2 tag', id3(300)],
  ['several ID3v2 tags', [...id3(20), ...id3(0), ...id3(5)]],
  ['an ID3v2 tag over 64 KiB after another one', [...id3(20), ...id3(70_000)]],
  ['an APEv2 tag', ape()],
  ['zeros', zeros(1000)],
  ['an ID3v2 tag, zeros, and an APEv2 tag', [...id3(30), ...zeros(100), ...ape()]],
];

describe('audioStart', () => {
  it.each(runs)('skips %s', (_, tags) => {
    expect(audioStart(Uint8Array.from([...tags, ...fixture('pcm_16.wav')]))).toBe(tags.length);
  });

  it('is 0 without tags, and if nothing follows them', () => {
    expect(audioStart(fixture('pcm_16.wav'))).toBe(0);
    expect(audioStart(Uint8Array.from(id3(20)))).toBe(0);
    expect(audioStart(Uint8Array.from([...ascii('ID3'), 4, 0, 0, 0, 0, 9, 0]))).toBe(0);
  });

  it('keeps the size field of MP4, which may begin with zeros', () => {
    expect(audioStart(Uint8Array.from([0, 0, 0, 32, ...ascii('ftypM4A ')]))).toBe(0);
  });
});

describe.each(runs)('%s before the audio', (_, tags) => {
  it.each(['pcm_16.wav', 'pcm_16_2ch.flac', 'float.aiff', 'in_ogg.oga'])('%s is read as without', (name) => {
    const tagged = Uint8Array.from([...tags, ...fixture(name)]);
    expect(decodeAudio(tagged)).toEqual(decodeAudio(fixture(name)));
    expect(audioInfo(tagged)).toEqual(audioInfo(fixture(name)));
  });

  it.each(['mono.mp3', 'mono_vorbis.ogg', 'mono_opus.ogg'])('%s has the same header as without', (name) => {
    const tagged = Uint8Array.from([...tags, ...fixture(name)]);
    expect(soundFormat(tagged)).toBe(soundFormat(fixture(name)));
    expect(audioInfo(tagged)).toEqual(audioInfo(fixture(name)));
  });
});
