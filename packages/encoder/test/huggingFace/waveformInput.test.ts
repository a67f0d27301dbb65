import { describe, expect, it } from 'vitest';
import { WaveformInput } from '../../src/huggingFace/waveformInput.js';

const convolutions = [
  { kernel: 20, stride: 10 },
  { kernel: 32, stride: 32 },
]; // a position of 330 samples every 320
const config = { kind: 'waveform', width: 4, nLayers: 1, convolutions } as const;
const ramp = (nSamples: number) => Float32Array.from({ length: nSamples }, (_, i) => i);

describe('the input of an encoder that takes the waveform', () => {
  it('is the whole clip up to 30 s, also the samples behind the last position', () => {
    const input = new WaveformInput(config, { normalize: false });
    expect([input.hop, input.minLength]).toEqual([320, 330]);
    const { nPositions, windows } = input.prepare(ramp(1000));
    expect(nPositions).toBe(3);
    expect(windows).toEqual([{ start: 0, from: 0, to: 3, data: ramp(1000), dims: [1000], nPositions: 3 }]);
  });

  it('has mean 0 and variance 1 if the feature extractor normalizes', () => {
    const { windows } = new WaveformInput(config, { normalize: true }).prepare(ramp(1000));
    const { data } = windows[0]!;
    const mean = data.reduce((sum, value) => sum + value, 0) / 1000;
    const variance = data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 1000;
    expect([mean, variance]).toEqual([expect.closeTo(0, 6), expect.closeTo(1, 5)]);
  });

  it('is windows of 30 s of a longer clip, which pool every position once', () => {
    const { nPositions, windows } = new WaveformInput(config, { normalize: false }).prepare(ramp(1_600_010));
    expect(nPositions).toBe(5000);
    expect(windows.length).toBeGreaterThan(3);
    let end = 0;
    for (const { start, from, to, data, nPositions: inWindow } of windows) {
      expect(from).toBe(end);
      end = to;
      expect(data[0]).toBe(320 * start);
      expect(inWindow).toBe(1500);
      expect(data).toHaveLength(1499 * 320 + 330);
    }
    expect(end).toBe(5000);
  });
});
