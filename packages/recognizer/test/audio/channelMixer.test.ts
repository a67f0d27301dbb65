import { describe, expect, it } from 'vitest';
import { ChannelMixer } from '../../src/audio/channelMixer.js';

const sampleRate = 8000;
const tone = (amplitude: number, phase = 0): Float32Array =>
  Float32Array.from({ length: 800 }, (_, i) => amplitude * Math.sin(0.1 * i + phase));

describe('ChannelMixer', () => {
  it('takes the mean of channels that do not cancel', () => {
    const mixed = new ChannelMixer().mix({ channels: [tone(0.5), tone(0.25)], sampleRate });
    expect(mixed.samples[10]).toBeCloseTo(0.375 * Math.sin(1), 6);
    expect(mixed.channelsCancel).toBeUndefined();
  });

  it('takes the mean if one channel is silent, or both are', () => {
    const silent = new Float32Array(800);
    expect(new ChannelMixer().mix({ channels: [tone(0.5), silent], sampleRate }).samples[10]).toBeCloseTo(
      0.25 * Math.sin(1),
      6,
    );
    expect(new ChannelMixer().mix({ channels: [silent, silent], sampleRate }).channelsCancel).toBeUndefined();
  });

  it('takes the loudest channel if one is inverted, and says so', () => {
    const [quiet, loud] = [tone(0.4), tone(-0.5)];
    const mixed = new ChannelMixer().mix({ channels: [quiet, loud], sampleRate });
    expect(mixed.samples).toEqual(loud);
    expect(mixed.channelsCancel).toBe(true);
  });

  it('decides by all blocks so far', () => {
    const mixer = new ChannelMixer();
    mixer.mix({ channels: [tone(0.5), tone(0.5)], sampleRate });
    expect(mixer.mix({ channels: [tone(0.1), tone(-0.1)], sampleRate }).channelsCancel).toBeUndefined();
  });
});
