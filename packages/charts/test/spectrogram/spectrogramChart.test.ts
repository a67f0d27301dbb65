import { describe, expect, it } from 'vitest';
import { spectrogramChart } from '../../src/spectrogram/spectrogramChart.js';
import { sound } from '../samples.js';
import { all, parseXml, textsOf } from '../xml.js';

/** Ten seconds of 64 bands, with a frame every 10 ms. */
const long = {
  levels: Float32Array.from({ length: 1000 * 64 }, (_, i) => -80 * Math.abs(Math.sin(i))),
  nFrames: 1000,
  frequencies: Array.from({ length: 64 }, (_, band) => 100 * (band + 1)),
  seconds: 10,
};

describe('spectrogramChart', () => {
  it('embeds a raster and marks frequencies and seconds', () => {
    const svg = spectrogramChart(sound).svg();
    const [image] = all(parseXml(svg), 'image');
    expect(image!.attributes.href).toMatch(/^data:image\/png;base64,/);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['0.5', '4', 'seconds', '1.0', '2.0']));
  });

  it('describes duration, frequency range, and the loudest point', () => {
    expect(spectrogramChart(sound).description).toBe(
      '2.0 seconds, 200 to 6000 Hz; loudest at 0.3 seconds, about 2100 Hz.',
    );
  });

  it('stays below 10 kB for a long clip, its specification below 60 kB', () => {
    const chart = spectrogramChart(long);
    expect(chart.svg().length).toBeLessThan(10_000);
    expect(chart.rows).toHaveLength(48 * 24);
    expect(JSON.stringify(chart.vega()).length).toBeLessThan(60_000);
  });

  it('draws silence', () => {
    const silence = { ...sound, levels: new Float32Array(40) };
    expect(spectrogramChart(silence).svg()).toContain('data:image/png');
  });

  it.each([
    ['length-mismatch', 'got 40 values for 9 frames', { ...sound, nFrames: 9 }],
    ['invalid-option', '`seconds` must be a finite number above 0; got 0', { ...sound, seconds: 0 }],
  ])('throws %s: %s', (code, fragment, data) => {
    expect(() => spectrogramChart(data)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
