import { describe, expect, it } from 'vitest';
import { decodeAudio } from '../src/decodeAudio.js';
import { answerOf, fixture, recordedAnswers } from './fixture.js';
import { errorFrom } from './errorFrom.js';
import { ascii } from './wavBytes.js';

const text = (content: string): Uint8Array => Uint8Array.from(ascii(content));
const ogg = (codec: string): string => `OggS${'\0'.repeat(24)}${codec}`;

describe('decodeAudio', () => {
  it.each(['pcm_16.wav', 'rifx_float.wav', 'rf64_pcm_16.wav', 'pcm_24_2ch.flac', 'pcm_16.aiff'])(
    'reads %s',
    (name) => {
      expect(decodeAudio(fixture(name)).sampleRate).toBe(16000);
    },
  );

  it('reads FLAC in Ogg exactly', () => {
    const { sumOfSquares, ...expected } = new Map(recordedAnswers('fixtures')).get('in_ogg.oga')!;
    const answer = answerOf(decodeAudio(fixture('in_ogg.oga')));
    expect(answer).toEqual({ ...expected, sumOfSquares: expect.closeTo(sumOfSquares, 9) });
  });

  it('rejects truncated FLAC in Ogg', () => {
    const bytes = fixture('in_ogg.oga').subarray(0, -5);
    expect(errorFrom(() => decodeAudio(bytes)).code).toBe('truncated-file');
  });

  it('rejects an empty file', () => {
    const error = errorFrom(() => decodeAudio(new Uint8Array(0)));
    expect(error.code).toBe('empty-file');
    expect(error.message).toContain('0 bytes');
  });

  it('explains a Git LFS pointer', () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 82260\n';
    const error = errorFrom(() => decodeAudio(text(pointer)));
    expect(error.code).toBe('git-lfs-pointer');
    expect(error.message).toContain('Run `git lfs pull`');
  });

  it('quotes text that is not audio', () => {
    const error = errorFrom(() => decodeAudio(text('<!DOCTYPE html>\n<title>Not found')));
    expect(error.code).toBe('not-audio');
    expect(error.message).toContain('text beginning with "<!DOCTYPE html>\\n');
  });

  it('shows the first bytes of anything else', () => {
    const error = errorFrom(() => decodeAudio(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 4)));
    expect(error.code).toBe('not-audio');
    expect(error.message).toContain('bytes beginning with 89 50 4e 47 00 01 02 03.');
  });

  it.each([
    ['MP3', '\xff\xfb\x90\x64'],
    ['MP3', 'ID3\x04\0\0\0\0\0\0\xff\xfb\x90\x64'],
    ['MP3', 'ID3\x04\0\0\0\0\0\0\0\0\0\xff\xfb\x90\x64'],
    ['MP3', 'ID3\x04\0\0\0\0\x01\0title'],
    ['Ogg Vorbis', ogg('\x01vorbis')],
    ['Ogg Opus', ogg('OpusHead')],
    ['AAC', '\xff\xf1\x50\x80'],
    ['AAC', 'ID3\x04\0\0\0\0\0\0\xff\xf1\x50\x80'],
    ['M4A or MP4', '\0\0\0\x20ftypM4A '],
    ['WebM or Matroska', '\x1a\x45\xdf\xa3'],
    ['Core Audio', 'caff\0\x01'],
    ['AMR', '#!AMR\n'],
  ])('names %s and the function that reads it', (name, content) => {
    const error = errorFrom(() => decodeAudio(text(content)));
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toContain(`got ${name}. Use \`decodeAnyAudio\``);
  });

  it('does not recognize eleven set bits as MP3 without a second frame', () => {
    const utf16 = `\xff\xfe${'a\0'.repeat(500)}`;
    expect(errorFrom(() => decodeAudio(text(utf16))).code).toBe('not-audio');
  });

  it.each([
    ['Ogg', ogg('Speex   ')],
    ['Windows Media', '\x30\x26\xb2\x75\x8e\x66\xcf\x11'],
    ['NIST SPHERE', 'NIST_1A\n   1024\n'],
    ['Sun AU', '.snd\0\0\0\x18'],
    ['Wave64', 'riff\x2e\x91\xcf\x11'],
    ['WavPack', 'wvpk'],
    ['AVI', 'RIFF\0\0\0\0AVI '],
  ])('names %s and says how to convert it', (name, content) => {
    const error = errorFrom(() => decodeAudio(text(content)));
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toContain(`got ${name}, which is not supported yet`);
    expect(error.message).toContain('`ffmpeg -i in out.wav`');
  });
});
