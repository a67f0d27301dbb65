import { describe, expect, it } from 'vitest';
import { spectrogramSvg } from '../src/spectrogramSvg.js';
import { spectrogramVega } from '../src/spectrogramVega.js';
import { all, ownText, parseXml } from './parseXml.js';
import { sound } from './samples.js';

/** Ten seconds of 64 bands, as an analysis every 10 ms gives. */
const long = {
  levels: Float32Array.from({ length: 1000 * 64 }, (_, i) => -80 * Math.abs(Math.sin(i))),
  nFrames: 1000,
  frequencies: Array.from({ length: 64 }, (_, band) => 100 * (band + 1)),
  seconds: 10,
};

describe('spectrogramSvg', () => {
  it('embeds a raster and marks frequencies and seconds', () => {
    const svg = parseXml(spectrogramSvg(sound));
    const [image] = all(svg, 'image');
    expect(image!.attributes.href).toMatch(/^data:image\/png;base64,/);
    expect(all(svg, 'text').map(ownText)).toEqual(
      expect.arrayContaining(['0.5', '4', 'seconds', '1.0', '2.0']),
    );
  });

  it('says in words how long and how high it is, and where it is loudest', () => {
    expect(ownText(all(parseXml(spectrogramSvg(sound)), 'desc')[0]!)).toBe(
      '2.0 seconds, 200 to 6000 Hz; loudest at 0.3 seconds, about 2100 Hz.',
    );
  });

  it('stays below 10 kB for a long clip, its specification below 60 kB', () => {
    expect(spectrogramSvg(long).length).toBeLessThan(10_000);
    expect(JSON.stringify(spectrogramVega(long)).length).toBeLessThan(60_000);
  });

  it('draws silence', () => {
    expect(spectrogramSvg({ ...sound, levels: new Float32Array(40) })).toContain('data:image/png');
  });

  it.each([
    ['length-mismatch', 'got 40 values for 9 frames', { ...sound, nFrames: 9 }],
    ['invalid-option', '`seconds` must be above 0, got `0`', { ...sound, seconds: 0 }],
  ])('refuses %s: %s', (code, fragment, options) => {
    expect(() => spectrogramSvg(options)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
