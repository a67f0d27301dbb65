import { describe, expect, it } from 'vitest';
import { drawChannel } from '../../../src/augment/channel/drawChannel.js';
import { errorFrom } from '../../helpers/errorFrom.js';

const nDrawn = 2000;
const drawn = Array.from({ length: nDrawn }, (_, seed) => drawChannel({}, seed));

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const center = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
}

describe('drawChannel', () => {
  // bounds are five standard errors throughout
  it('draws eight gains with mean 0 dB and standard deviation 4 dB', () => {
    const gains = drawn.flatMap(({ equalizer = [] }) => equalizer);
    expect(gains).toHaveLength(8 * nDrawn);
    expect(Math.abs(mean(gains))).toBeLessThan((5 * 4) / Math.sqrt(gains.length));
    expect(Math.abs(deviation(gains) - 4)).toBeLessThan((5 * 4) / Math.sqrt(2 * gains.length));
  });

  it('draws the gains independently', () => {
    const products = drawn.map(({ equalizer }) => equalizer![2]! * equalizer![3]!);
    expect(Math.abs(mean(products))).toBeLessThan((5 * 16) / Math.sqrt(nDrawn));
  });

  it('draws a tilt with a standard deviation of 1.5 dB per octave', () => {
    const tilts = drawn.map(({ tilt = 0 }) => tilt);
    expect(Math.abs(mean(tilts))).toBeLessThan((5 * 1.5) / Math.sqrt(nDrawn));
    expect(Math.abs(deviation(tilts) - 1.5)).toBeLessThan((5 * 1.5) / Math.sqrt(2 * nDrawn));
  });

  it.each([
    ['lowPass', 0.35],
    ['highPass', 0.35],
    ['reverberation', 0.5],
    ['noise', 0.8],
  ] as const)('has a %s with probability %d', (part, probability) => {
    const share = drawn.filter((channel) => channel[part]).length / nDrawn;
    const standardError = Math.sqrt((probability * (1 - probability)) / nDrawn);
    expect(Math.abs(share - probability)).toBeLessThan(5 * standardError);
  });

  it('draws other values uniformly from their ranges', () => {
    const ratios = drawn.flatMap(({ noise }) => noise?.snr ?? []);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(12);
    expect(Math.max(...ratios)).toBeLessThan(40);
    expect(Math.abs(mean(ratios) - 26)).toBeLessThan((5 * 28) / Math.sqrt(12 * ratios.length));
    const cutoffs = drawn.flatMap(({ lowPass }) => lowPass?.cutoff ?? []);
    expect(Math.min(...cutoffs)).toBeGreaterThanOrEqual(3400);
    expect(Math.max(...cutoffs)).toBeLessThan(7000);
  });

  it('draws the same channel for the same seed, and another for the next', () => {
    expect(drawChannel({}, 42)).toEqual(drawn[42]);
    expect(drawn[43]).not.toEqual(drawn[42]);
  });

  it('leaves out parts with probability 0 without changing the others', () => {
    const certain = { lowPass: { probability: 1 }, reverberation: { probability: 1 } };
    const { noise, ...rest } = drawChannel({ ...certain, noise: { probability: 1 } }, 7);
    expect(noise).toBeDefined();
    expect(drawChannel({ ...certain, noise: { probability: 0 } }, 7)).toEqual(rest);
  });

  it('uses fixed values unchanged', () => {
    const noise = { probability: 1, snr: 15, exponent: 1 };
    const channel = drawChannel({ equalizer: 0, tilt: 0, nKnots: 3, noise }, 1);
    expect(channel.equalizer!.map(Math.abs)).toEqual([0, 0, 0]);
    expect(Math.abs(channel.tilt!)).toBe(0);
    expect(channel.noise).toMatchObject({ snr: 15, exponent: 1 });
  });

  it.each([
    [{ equalizer: 21 }, '`equalizer` must be a finite number from 0 to 20; got 21'],
    [{ nKnots: 1.5 }, '`nKnots` must be an integer from 2 to 64; got 1.5'],
    [{ tilt: -1 }, '`tilt` must be a finite number from 0 to 2.5; got -1'],
    [{ noise: { probability: 2 } }, '`noise.probability` must be a finite number from 0 to 1; got 2'],
    [
      { noise: { snr: [40, 12] as const } },
      '`noise.snr` must be a number or [low, high] with low at most high',
    ],
    [{ lowPass: { cutoff: [0, 10] as const } }, '`lowPass.cutoff` must be a finite number above 0; got 0'],
    [{ reverberation: { time: 11 } }, '`reverberation.time` must be a finite number from 0.01 to 10'],
  ])('rejects %j', (options, message) => {
    const error = errorFrom(() => drawChannel(options, 1));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });

  it('rejects an invalid seed', () => {
    expect(errorFrom(() => drawChannel({}, 0.5)).message).toContain('`seed` must be an integer');
  });
});
