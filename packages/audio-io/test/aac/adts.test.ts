import { describe, expect, it } from 'vitest';
import { adtsInfo, adtsStream } from '../../src/aac/adts.js';
import { parseAudioConfig } from '../../src/aac/audioConfig.js';
import { PacketList } from '../../src/containers/packetList.js';
import { errorFrom } from '../errorFrom.js';

const config = parseAudioConfig(Uint8Array.of(0x12, 0x10))!;

function packetsOf(...sizes: readonly number[]): PacketList {
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 1)).fill(1);
  const packets = new PacketList(bytes);
  let at = 0;
  for (const size of sizes) {
    packets.add(at, size);
    at += size;
  }
  return packets;
}

describe('adtsStream', () => {
  it('writes a header before each packet', () => {
    const stream = adtsStream(config, packetsOf(2, 300))!;
    expect([...stream.subarray(0, 9)]).toEqual([0xff, 0xf1, 0x50, 0x80, 0x01, 0x3f, 0xfc, 1, 1]);
    expect(adtsInfo(stream)).toEqual({ encoding: 'aac', sampleRate: 44100, nChannels: 2, nSamples: 2048 });
  });

  it('gives nothing for what ADTS cannot describe', () => {
    expect(adtsStream({ ...config, objectType: 39 }, packetsOf(2))).toBeUndefined();
    expect(adtsStream({ ...config, coreRate: 44000 }, packetsOf(2))).toBeUndefined();
    expect(adtsStream(config, packetsOf(9000))).toBeUndefined();
  });
});

describe('adtsInfo', () => {
  it('skips other bytes, and an incomplete last frame', () => {
    const stream = adtsStream(config, packetsOf(20, 20))!;
    const noisy = Uint8Array.from([7, 0xff, ...stream.subarray(0, 27), 0, 0, ...stream.subarray(27, 50)]);
    expect(adtsInfo(noisy).nSamples).toBe(1024);
  });

  it('rejects bytes without a frame', () => {
    expect(errorFrom(() => adtsInfo(Uint8Array.of(0xff, 0xf1, 0, 0)))).toMatchObject({
      code: 'corrupt-file',
    });
  });
});
