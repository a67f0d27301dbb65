import { describe, expect, it } from 'vitest';
import { mixDown } from '../../src/audio/mixDown.js';
import { errorFrom } from '../helpers/errorFrom.js';

describe('mixDown', () => {
  it('is the mean of the channels', () => {
    const channels = [Float32Array.of(1, 0, -1), Float32Array.of(0, 0, -1), Float32Array.of(0.5, 0, -1)];
    expect(mixDown({ channels, sampleRate: 8000 })).toEqual({
      samples: Float32Array.of(0.5, 0, -1),
      sampleRate: 8000,
    });
  });

  it('of equal channels is that channel', () => {
    const channel = Float32Array.of(0.1, -0.7, 1);
    expect(mixDown({ channels: [channel, channel, channel], sampleRate: 8000 }).samples).toEqual(channel);
  });

  it('of one channel is that channel, without a copy', () => {
    const channel = Float32Array.of(0.1);
    expect(mixDown({ channels: [channel], sampleRate: 8000 }).samples).toBe(channel);
  });

  it('rejects no channels, and channels of unequal length', () => {
    expect(errorFrom(() => mixDown({ channels: [], sampleRate: 8000 })).code).toBe('invalid-option');
    const channels = [new Float32Array(3), new Float32Array(2)];
    const error = errorFrom(() => mixDown({ channels, sampleRate: 8000 }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('got 3 samples in channel 0 and 2 in channel 1');
  });
});
