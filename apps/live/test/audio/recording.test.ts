import { describe, expect, it } from 'vitest';
import { Recording } from '../../src/audio/recording.js';

describe('Recording', () => {
  it('appends streams of any rate', () => {
    const recording = new Recording();
    expect(recording.startStream(48_000)).toBe(0);
    recording.push(new Float32Array(24_000));
    recording.push(new Float32Array(24_000));
    expect(recording.startStream(16_000)).toBe(1);
    recording.push(new Float32Array(8000).fill(0.5));
    recording.endStream();
    expect(recording.duration).toBe(1.5);
    expect([...recording.slice(0.9999, 1.0001)].map((sample) => sample.toFixed(2))).toEqual([
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

  it('limits a slice to what was recorded, and clears', () => {
    const recording = new Recording();
    recording.startStream(16_000);
    recording.push(new Float32Array(200_000).fill(2));
    expect(recording.slice(-1, 99)).toHaveLength(200_000);
    expect(recording.slice(10, 12)[0]).toBe(1);
    recording.clear();
    expect(recording.duration).toBe(0);
    expect(recording.slice(0, 1)).toHaveLength(0);
  });
});
