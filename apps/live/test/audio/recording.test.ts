import { describe, expect, it } from 'vitest';
import { Recording } from '../../src/audio/recording.js';

describe('Recording', () => {
  it('appends streams of any rate', async () => {
    const recording = new Recording();
    expect(recording.startStream(48_000)).toBe(0);
    recording.push(new Float32Array(24_000));
    recording.push(new Float32Array(24_000));
    expect(recording.startStream(16_000)).toBe(1);
    recording.push(new Float32Array(8000).fill(0.5));
    recording.endStream();
    expect(recording.duration).toBe(1.5);
    expect([...(await recording.slice(0.9999, 1.0001))].map((sample) => sample.toFixed(2))).toEqual([
      '0.00',
      '0.00',
      '0.50',
      '0.50',
    ]);
  });

  it('has a peak per 20 ms', () => {
    const recording = new Recording();
    recording.startStream(16_000);
    recording.push(Float32Array.from({ length: 640 }, (_, i) => (i === 400 ? -0.75 : 0)));
    expect(recording.peaks).toEqual([0, 0.75]);
  });

  it('limits a slice to what was recorded, and clears', async () => {
    const recording = new Recording();
    recording.startStream(16_000);
    recording.push(new Float32Array(200_000).fill(2));
    expect(await recording.slice(-1, 99)).toHaveLength(200_000);
    expect((await recording.slice(10, 12))[0]).toBe(1);
    recording.clear();
    expect(recording.duration).toBe(0);
    expect(await recording.slice(0, 1)).toHaveLength(0);
  });

  it('gives also what the browser keeps, after a minute', async () => {
    const recording = new Recording();
    recording.startStream(16_000);
    for (let second = 0; second < 100; second++) recording.push(new Float32Array(16_000).fill(second / 100));
    const samples = await recording.slice(4.5, 95.5);
    expect(samples).toHaveLength(91 * 16_000);
    expect([0, 16_000, 50 * 16_000].map((at) => samples[at]!.toFixed(2))).toEqual(['0.04', '0.05', '0.54']);
  });
});
