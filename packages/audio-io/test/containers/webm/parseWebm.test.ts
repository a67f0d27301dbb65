import { describe, expect, it } from 'vitest';
import { parseWebm } from '../../../src/containers/webm/parseWebm.js';
import { audioInfo } from '../../../src/audioInfo.js';
import { decodeAnyAudio } from '../../../src/decodeAnyAudio.js';
import { errorFrom } from '../../errorFrom.js';
import { element, pcmTrack, simpleBlock, webmFile } from '../ebmlBytes.js';
import { containerFixture } from '../recordings.js';

const packetsOf = (bytes: Uint8Array): number[][] =>
  parseWebm(bytes).flatMap(({ packets }) => Array.from(packets, (packet) => [...packet]));

describe('parseWebm', () => {
  it('reads blocks of segments and clusters of known and of unknown size', () => {
    const blocks = [...simpleBlock([1, 2]), ...simpleBlock([3, 4, 5, 6])];
    expect(packetsOf(webmFile(blocks))).toEqual([
      [1, 2],
      [3, 4, 5, 6],
    ]);
    expect(packetsOf(webmFile(blocks, false))).toEqual(packetsOf(webmFile(blocks)));
  });

  it('reads the three kinds of lacing', () => {
    const xiph = simpleBlock([2, 1, 2, 9, 8, 8, 7, 7, 7], 0x02);
    const fixed = simpleBlock([1, 1, 2, 3, 4], 0x04);
    const ebml = simpleBlock([2, 0x82, 0xbf + 1, 1, 1, 2, 2, 2, 3], 0x06);
    expect(packetsOf(webmFile(xiph))).toEqual([[9], [8, 8], [7, 7, 7]]);
    expect(packetsOf(webmFile(fixed))).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(packetsOf(webmFile(ebml))).toEqual([[1, 1], [2, 2, 2], [3]]);
  });

  it('reads blocks in groups and the padding at the end', () => {
    const group = element(0xa0, [
      ...element(0xa1, [0x81, 0, 0, 0, 5, 6]),
      ...element(0x75a2, [0x0f, 0x42, 0x40]),
    ]);
    const [track] = parseWebm(webmFile(group));
    expect([...track!.packets.joined()]).toEqual([5, 6]);
    expect(track!.paddingSeconds).toBe(1e-3);
  });

  it('takes the first track of audio, and only its blocks', () => {
    const video = element(0xae, [...element(0xd7, [1]), ...element(0x83, [1])]);
    const blocks = [...simpleBlock([1, 1]), ...simpleBlock([2, 2], 0, 2)];
    expect(packetsOf(webmFile(blocks, true, [...video, ...pcmTrack(2)]))).toEqual([[2, 2]]);
    expect(errorFrom(() => parseWebm(webmFile(blocks, true, video)))).toMatchObject({ code: 'not-audio' });
  });

  it('skips an incomplete last block of a recording that was never completed', () => {
    const whole = webmFile([...simpleBlock([1, 2]), ...simpleBlock([3, 4])], false);
    expect(packetsOf(whole.subarray(0, whole.length - 1))).toEqual([[1, 2]]);
    expect(packetsOf(Uint8Array.from([...whole, 0, 0, 0]))).toEqual(packetsOf(whole));
  });

  it('rejects a file that is shorter than it declares', () => {
    const whole = webmFile(simpleBlock([1, 2]));
    const error = errorFrom(() => parseWebm(whole.subarray(0, whole.length - 1)));
    expect(error).toMatchObject({ code: 'truncated-file' });
  });

  it('decodes recordings that follow each other in one file', async () => {
    const one = webmFile(simpleBlock([0, 64, 0, 192]), false);
    const two = Uint8Array.from([...one, ...one]);
    expect(audioInfo(two)).toMatchObject({ sampleRate: 8000, nSamples: 4, encoding: 'pcm16' });
    expect((await decodeAnyAudio(two)).channels).toEqual([Float32Array.of(0.5, -0.5, 0.5, -0.5)]);
  });

  it('names a codec that is not read', () => {
    const file = webmFile([], true, pcmTrack(1, 'A_AC3'));
    expect(errorFrom(() => parseWebm(file))).toMatchObject({
      code: 'unsupported-format',
      message: expect.stringContaining('`A_AC3`'),
    });
  });

  it('rejects what is no element', () => {
    const blocks = [...simpleBlock([1, 2]), ...new Array<number>(20).fill(0x01)];
    expect(errorFrom(() => parseWebm(webmFile(blocks, false)))).toMatchObject({ code: 'corrupt-file' });
  });

  it('reads what MediaRecorder leaves: Opus without a duration', () => {
    const [track] = parseWebm(containerFixture('opus_live.webm'));
    expect(track).toMatchObject({ codec: 'opus', sampleRate: 48000, nChannels: 1 });
    expect(track!.seconds).toBeUndefined();
  });
});
