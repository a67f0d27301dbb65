import { describe, expect, it } from 'vitest';
import { amrFile, amrInfo } from '../../src/amr/amrFrames.js';
import { errorFrom } from '../errorFrom.js';
import { ascii } from '../wavBytes.js';

const noData = 0x7c;

describe('amrInfo', () => {
  it('counts frames of 20 ms, narrow and wide', () => {
    const frames = Uint8Array.of(noData, noData, 0x04, ...new Uint8Array(12));
    expect(amrInfo(amrFile(false, frames))).toEqual({
      encoding: 'amr',
      sampleRate: 8000,
      nChannels: 1,
      nSamples: 480,
    });
    const wide = amrInfo(amrFile(true, Uint8Array.of(noData, 0x04, ...new Uint8Array(17))));
    expect(wide).toMatchObject({ encoding: 'amr-wb', sampleRate: 16000, nSamples: 640 });
  });

  it('skips an incomplete last frame', () => {
    expect(amrInfo(amrFile(false, Uint8Array.of(noData, 0x04, 0))).nSamples).toBe(160);
  });

  it('rejects reserved frame types and several channels', () => {
    const reserved = amrFile(false, Uint8Array.of(0x54));
    expect(errorFrom(() => amrInfo(reserved))).toMatchObject({ code: 'corrupt-file' });
    const channels = Uint8Array.from(ascii('#!AMR_MC1.0\n'));
    expect(errorFrom(() => amrInfo(channels))).toMatchObject({ code: 'unsupported-format' });
  });
});
