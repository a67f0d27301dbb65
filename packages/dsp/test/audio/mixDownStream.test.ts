import { describe, expect, it } from 'vitest';
import { mixDown } from '../../src/audio/mixDown.js';
import { MixDownStream } from '../../src/audio/mixDownStream.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { joined, pieces } from '../helpers/pieces.js';

describe('MixDownStream', () => {
  it('is the mean of the channels at each time', () => {
    const mono = new MixDownStream({ channels: 2 });
    expect([...mono.push(Float32Array.of(0.5, 0.25, 1, 0))]).toEqual([0.375, 0.5]);
  });

  it('equals mixDown for any chunk size', () => {
    const channels = [0.1, 0.7, -0.3].map((gain) =>
      Float32Array.from({ length: 50 }, (_, i) => gain * Math.sin(i)),
    );
    const interleaved = Float32Array.from({ length: 150 }, (_, i) => channels[i % 3]![Math.floor(i / 3)]!);
    const whole = mixDown({ channels, sampleRate: 16000 }).samples;
    for (const size of [1, 2, 7, 150]) {
      const mono = new MixDownStream({ channels: 3 });
      expect(joined([...pieces(interleaved, size)].map((piece) => mono.push(piece)))).toEqual(whole);
    }
  });

  it('returns a single channel unchanged', () => {
    const samples = Float32Array.of(1, 2);
    expect(new MixDownStream({ channels: 1 }).push(samples)).toBe(samples);
  });

  it.each([0, -1, 1.5, NaN])('rejects %d channels', (channels) => {
    const error = errorFrom(() => new MixDownStream({ channels }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toBe(`\`channels\` must be an integer from 1 to 65536; got ${channels}.`);
  });
});
