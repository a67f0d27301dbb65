import { describe, expect, it } from 'vitest';
import { audioInfo } from '../../src/audioInfo.js';
import { decodeAudio } from '../../src/decodeAudio.js';
import { oggPages } from '../../src/ogg/oggPages.js';
import { errorFrom } from '../errorFrom.js';
import { fixture } from '../fixture.js';
import { oggPage, opusHead, pagesOf } from '../oggBytes.js';
import { ascii } from '../wavBytes.js';

const junk: readonly (readonly [string, readonly number[]])[] = [
  ['zeros', new Array<number>(500).fill(0)],
  ['other bytes', Array.from({ length: 300 }, (_, i) => (i * 37) % 256)],
  ['bytes that look like a page', [...ascii('OggS'), ...new Array<number>(40).fill(1)]],
];

describe('oggPages', () => {
  it.each(['mono_opus.ogg', 'stereo_vorbis.ogg', 'in_ogg.oga'])('finds all pages of %s', (name) => {
    expect(oggPages(fixture(name)).map(({ bytes }) => [...bytes])).toEqual(pagesOf(fixture(name)));
  });

  it.each(junk)('skips %s between pages', (_, between) => {
    for (const name of ['mono_opus.ogg', 'stereo_vorbis.ogg', 'in_ogg.oga']) {
      const pages = pagesOf(fixture(name));
      const bytes = Uint8Array.from(pages.flatMap((page, i) => (i === 0 ? page : [...between, ...page])));
      expect(oggPages(bytes)).toHaveLength(pages.length);
      expect(audioInfo(bytes)).toEqual(audioInfo(fixture(name)));
    }
  });

  it.each(['mono_opus.ogg', 'stereo_vorbis.ogg', 'in_ogg.oga'])('rejects %s with a byte changed', (name) => {
    for (let at = 30; at < fixture(name).length; at += 97) {
      const bytes = fixture(name);
      bytes[at]! ^= 4;
      expect(['corrupt-file', 'truncated-file']).toContain(errorFrom(() => oggPages(bytes)).code);
    }
  });
});

describe('chained Ogg streams', () => {
  it('of FLAC are decoded one after the other', () => {
    const one = decodeAudio(fixture('in_ogg.oga')).channels[0]!;
    const bytes = Uint8Array.from([...fixture('in_ogg.oga'), ...fixture('in_ogg.oga')]);
    expect(decodeAudio(bytes).channels[0]).toEqual(Float32Array.from([...one, ...one]));
    expect(audioInfo(bytes).nSamples).toBe(2 * one.length);
  });

  it('of Opus and Vorbis have the length of all of them', () => {
    for (const name of ['mono_opus.ogg', 'stereo_vorbis.ogg']) {
      const bytes = Uint8Array.from([...fixture(name), ...fixture(name)]);
      expect(audioInfo(bytes).nSamples).toBe(2 * audioInfo(fixture(name)).nSamples);
    }
  });

  it('of different channels or codecs are rejected with what differs', () => {
    const [mono, stereo, vorbis] = ['mono_opus.ogg', 'stereo_opus.ogg', 'mono_vorbis.ogg'].map(fixture);
    const channels = errorFrom(() => audioInfo(Uint8Array.from([...mono!, ...stereo!])));
    expect(channels.code).toBe('unsupported-format');
    expect(channels.message).toContain('got 48000 Hz and 2 channels after the first stream');
    const codec = errorFrom(() => audioInfo(Uint8Array.from([...mono!, ...vorbis!])));
    expect(codec.code).toBe('unsupported-format');
    expect(codec.message).toContain('got another codec after the first stream');
  });

  it('that are interleaved are not chained: only the first one is read', () => {
    const first = oggPage(opusHead(1, 0), { position: 0, isFirst: true });
    const second = oggPage(opusHead(2, 0), { position: 0, isFirst: true, stream: 8 });
    const bytes = Uint8Array.from([...first, ...second, ...oggPage([1], { position: 500 })]);
    expect(audioInfo(bytes)).toMatchObject({ nChannels: 1, nSamples: 500 });
  });
});
