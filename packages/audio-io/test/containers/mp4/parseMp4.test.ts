import { describe, expect, it } from 'vitest';
import { parseMp4 } from '../../../src/containers/mp4/parseMp4.js';
import { audioInfo } from '../../../src/audioInfo.js';
import { errorFrom } from '../../errorFrom.js';
import { containerFixture } from '../recordings.js';

/** Offset of the first box of this type. */
function offsetOf(bytes: Uint8Array, type: string): number {
  const codes = [...type].map((char) => char.charCodeAt(0));
  return bytes.findIndex((_, i) => codes.every((code, k) => bytes[i + k] === code)) - 4;
}

/** A copy of a fixture with a 32-bit number written at an offset into a box. */
function withNumber(name: string, type: string, at: number, value: number): Uint8Array {
  const bytes = containerFixture(name).slice();
  new DataView(bytes.buffer).setUint32(offsetOf(bytes, type) + at, value);
  return bytes;
}

const rejects = (bytes: Uint8Array) => errorFrom(() => audioInfo(bytes)) as Error;

describe('parseMp4', () => {
  it('drops what the encoder of AAC added, by the edit of the track', () => {
    const track = parseMp4(containerFixture('aac.m4a'));
    expect(track).toMatchObject({ codec: 'aac', sampleRate: 16000 });
    expect(track.skippedSeconds).toBe(1024 / 16000);
    expect(Math.round(track.seconds! * 16000)).toBe(3701);
  });

  it('reads fragments', () => {
    expect(parseMp4(containerFixture('alac_fragmented.mp4')).packets.length).toBe(1);
    expect(parseMp4(containerFixture('aac_fragmented.mp4')).packets.length).toBe(5);
  });

  it('rejects a recording that was interrupted: without its header, or cut off', () => {
    const whole = containerFixture('alac.m4a');
    expect(rejects(whole.subarray(0, offsetOf(whole, 'moov')))).toMatchObject({
      code: 'truncated-file',
      message: expect.stringContaining('`moov`'),
    });
    expect(rejects(whole.subarray(0, whole.length - 10))).toMatchObject({ code: 'truncated-file' });
    expect(rejects(whole.subarray(0, 1000))).toMatchObject({ code: 'truncated-file' });
  });

  it('rejects samples beyond the end of the file', () => {
    expect(rejects(withNumber('alac.m4a', 'stco', 16, 1e6))).toMatchObject({ code: 'truncated-file' });
    expect(rejects(withNumber('alac.m4a', 'stsz', 12, 0xffffffff))).toMatchObject({ code: 'truncated-file' });
  });

  it('bounds counts that no file can have', () => {
    expect(rejects(withNumber('alac.m4a', 'stco', 12, 0xffffffff))).toMatchObject({ code: 'corrupt-file' });
    expect(rejects(withNumber('alac.m4a', 'stsz', 16, 0xffffffff))).toMatchObject({ code: 'corrupt-file' });
    expect(rejects(withNumber('alac.m4a', 'stts', 12, 0xffffffff))).toMatchObject({ code: 'corrupt-file' });
  });

  it('names a codec that is not read, and says what to do', () => {
    expect(rejects(withNumber('pcm.mov', 'twos', 4, 0x61632d33))).toMatchObject({
      code: 'unsupported-format',
      message: expect.stringMatching(/got `ac-3`\. Convert it first: `ffmpeg -i in out\.wav`/),
    });
    expect(rejects(withNumber('pcm.mov', 'twos', 4, 0x656e6361)).message).toContain('encrypted');
  });

  it('rejects a file without a track of audio', () => {
    expect(rejects(withNumber('alac.m4a', 'hdlr', 16, 0x76696465))).toMatchObject({ code: 'not-audio' });
  });
});
