import { describe, expect, it } from 'vitest';
import { parseMpeg } from '../../src/mpeg/parseMpeg.js';
import { withBitRate } from '../../src/mpeg/withBitRate.js';
import { errorFrom } from '../errorFrom.js';
import { mpegBytes } from '../mpegBytes.js';

const free = (frameSize: number) => mpegBytes({ header: [0xff, 0xfb, 0x00, 0xc0], nFrames: 5, frameSize });

describe('withBitRate', () => {
  it('declares the bit rate whose frames have the size found in free format', () => {
    // 417 bytes per frame at 44.1 kHz are 128 kbit/s
    expect(withBitRate(free(417))).toEqual(mpegBytes({ nFrames: 5 }));
    expect(parseMpeg(free(417))).toEqual(parseMpeg(mpegBytes({ nFrames: 5 })));
  });

  it('returns the same bytes if a bit rate is declared', () => {
    const bytes = mpegBytes();
    expect(withBitRate(bytes)).toBe(bytes);
  });

  it('rejects a size that no bit rate has', () => {
    const error = errorFrom(() => withBitRate(free(400)));
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toContain('free format with frames of 400 bytes');
  });
});
