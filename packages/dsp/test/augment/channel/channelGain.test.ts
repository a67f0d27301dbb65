import { describe, expect, it } from 'vitest';
import { channelGain } from '../../../src/augment/channel/channelGain.js';

describe('channelGain', () => {
  it('is 0 dB at every frequency for an empty channel', () => {
    for (const frequency of [0, 50, 1000, 24000]) expect(channelGain(frequency, {})).toBe(0);
  });

  it('has the gains of the equalizer, with linear interpolation over octaves', () => {
    const channel = { equalizer: [-6, 6] };
    expect(channelGain(60, channel)).toBeCloseTo(-6, 10);
    expect(channelGain(Math.sqrt(60 * 8192), channel)).toBeCloseTo(0, 10);
    expect(channelGain(8192, channel)).toBeCloseTo(6, 10);
  });

  it('keeps the last gain outside the range', () => {
    const channel = { equalizer: [-6, 0, 6] };
    expect(channelGain(0, channel)).toBe(-6);
    expect(channelGain(20000, channel)).toBe(6);
  });

  // numpy.interp(numpy.log2([200, 3000]), numpy.linspace(numpy.log2(60), 13, 8), [1, -2, 3, 0, 4, -1, 2, 5])
  it('agrees with numpy.interp', () => {
    const channel = { equalizer: [1, -2, 3, 0, 4, -1, 2, 5] };
    expect(channelGain(200, channel)).toBeCloseTo(1.570824, 5);
    expect(channelGain(3000, channel)).toBeCloseTo(0.709312, 5);
  });

  it('tilts around 1 kHz, down to 30 Hz', () => {
    const channel = { tilt: -2 };
    expect(channelGain(1000, channel)).toBeCloseTo(0, 10);
    expect(channelGain(4000, channel)).toBeCloseTo(-4, 10);
    expect(channelGain(500, channel)).toBeCloseTo(2, 10);
    expect(channelGain(0, channel)).toBe(channelGain(30, channel));
  });

  it('falls by the slope per octave from the edge of the band', () => {
    const channel = { lowPass: { cutoff: 3400, slope: 48 }, highPass: { cutoff: 300, slope: 18 } };
    expect(channelGain(300, channel)).toBeCloseTo(0, 10);
    expect(channelGain(3400, channel)).toBeCloseTo(0, 10);
    expect(channelGain(6800, channel)).toBeCloseTo(-48, 10);
    expect(channelGain(150, channel)).toBeCloseTo(-18, 10);
    expect(channelGain(0, channel)).toBe(channelGain(20, channel));
  });
});
