import { describe, expect, it } from 'vitest';
import { addNoise } from '../../src/augment/addNoise.js';
import { applyGain } from '../../src/augment/applyGain.js';
import type { Augmentation } from '../../src/augment/augmentation.js';
import { Augmenter } from '../../src/augment/augmenter.js';
import { changeSpeed } from '../../src/augment/changeSpeed.js';
import { applyChannel } from '../../src/augment/channel/applyChannel.js';
import { pitchShift } from '../../src/augment/pitchShift.js';
import { shiftTime } from '../../src/augment/shiftTime.js';
import { timeStretch } from '../../src/augment/timeStretch.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { syntheticClip } from '../helpers/syntheticClip.js';
import { power } from '../helpers/tone.js';

const clip = syntheticClip(8000, 4000);

function augmenter(...variants: readonly (readonly Augmentation[])[]): Augmenter {
  return new Augmenter({ variants }, 8000);
}

/** The gain of a copy, in dB. */
function gainDrawn(decibels: readonly [number, number], variant: number, seed: number): number {
  const chain: Augmentation[] = [{ name: 'gain', decibels }];
  const copy = augmenter(chain, chain).apply(clip, variant, seed);
  return 10 * Math.log10(power(copy.samples) / power(clip.samples));
}

describe('Augmenter', () => {
  it('equals the functions for fixed values', () => {
    const cases: [Augmentation, ReturnType<typeof applyGain>][] = [
      [{ name: 'gain', decibels: -3 }, applyGain(clip, { decibels: -3 })],
      [{ name: 'shift', seconds: 0.1 }, shiftTime(clip, { seconds: 0.1 })],
      [{ name: 'shift', seconds: 0.1, mode: 'zeros' }, shiftTime(clip, { seconds: 0.1, mode: 'zeros' })],
      [{ name: 'timeStretch', rate: 1.2 }, timeStretch(clip, { rate: 1.2 })],
      [{ name: 'pitchShift', semitones: 1 }, pitchShift(clip, { semitones: 1 })],
      [{ name: 'speed', rate: 0.9 }, changeSpeed(clip, { rate: 0.9 })],
    ];
    for (const [step, expected] of cases) expect(augmenter([step]).apply(clip, 0, 1)).toEqual(expected);
  });

  it('adds noise of its own seed, at the ratio drawn', () => {
    const { samples } = augmenter([{ name: 'noise', snr: 12 }]).apply(clip, 0, 5);
    const noise = samples.map((sample, n) => sample - clip.samples[n]!);
    expect(10 * Math.log10(power(clip.samples) / power(noise))).toBeCloseTo(12, 4);
    expect(samples).not.toEqual(addNoise(clip, { snr: 12, seed: 5 }).samples);
  });

  it('draws a channel for each seed', () => {
    const certain = { probability: 1 };
    const channels = augmenter([{ name: 'channel', reverberation: certain, noise: certain }]);
    const copy = channels.apply(clip, 0, 5);
    expect(copy.samples).toHaveLength(clip.samples.length);
    expect(channels.apply(clip, 0, 5)).toEqual(copy);
    expect(channels.apply(clip, 0, 6)).not.toEqual(copy);
    expect(augmenter([{ name: 'channel' }]).apply(clip, 0, 5)).not.toEqual(applyChannel(clip, {}));
  });

  it('applies the steps of a chain in order', () => {
    const copy = augmenter([
      { name: 'speed', rate: 2 },
      { name: 'shift', seconds: 0.1 },
    ]).apply(clip, 0, 1);
    expect(copy).toEqual(shiftTime(changeSpeed(clip, { rate: 2 }), { seconds: 0.1 }));
  });

  it('makes bit-identical copies, in any order', () => {
    const chain: Augmentation[] = [
      { name: 'timeStretch', rate: [0.8, 1.2] },
      { name: 'pitchShift', semitones: [-2, 2] },
      { name: 'noise', snr: [10, 20] },
    ];
    const first = augmenter(chain, chain).apply(clip, 1, 99);
    const other = augmenter(chain, chain);
    other.apply(syntheticClip(8000, 999), 0, 3);
    expect(other.apply(clip, 1, 99)).toEqual(first);
  });

  it('draws uniformly from a range', () => {
    const drawn = Array.from({ length: 400 }, (_, seed) => gainDrawn([-6, 6], 0, seed));
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(-6 - 1e-5);
    expect(Math.max(...drawn)).toBeLessThan(6 + 1e-5);
    // each quarter of the range has 100 of 400 draws, with a standard deviation of 9
    for (const low of [-6, -3, 0, 3]) {
      const share = drawn.filter((gain) => gain >= low && gain < low + 3).length;
      expect(Math.abs(share - 100)).toBeLessThan(36);
    }
  });

  it('draws other values for another seed, variant, or step', () => {
    const gain: Augmentation = { name: 'gain', decibels: [-6, 6] };
    const draws = [
      augmenter([gain], [gain]).apply(clip, 0, 1),
      augmenter([gain], [gain]).apply(clip, 1, 1),
      augmenter([gain], [gain]).apply(clip, 0, 2),
      augmenter([{ name: 'gain', decibels: 0 }, gain]).apply(clip, 0, 1),
    ].map(({ samples }) => power(samples));
    expect(new Set(draws).size).toBe(4);
  });

  it('counts its variants', () => {
    const gain: Augmentation = { name: 'gain', decibels: 1 };
    expect(augmenter([gain], [gain, gain], [gain]).nVariants).toBe(3);
  });

  it('does not change the clip', () => {
    augmenter([{ name: 'gain', decibels: 6 }]).apply(clip, 0, 1);
    expect(clip).toEqual(syntheticClip(8000, 4000));
  });

  it('rejects an invalid description', () => {
    expect(errorFrom(() => augmenter()).code).toBe('invalid-augmentation');
  });

  it('rejects a clip of another rate', () => {
    const error = errorFrom(() =>
      augmenter([{ name: 'gain', decibels: 1 }]).apply(syntheticClip(16000, 10), 0, 1),
    );
    expect(error.code).toBe('sample-rate-mismatch');
    expect(error.message).toContain('must have a sample rate of 8000 Hz; got 16000 Hz');
  });

  it.each([
    [-1, 0, '`variant` must be an integer from 0 to 0; got -1'],
    [1, 0, '`variant` must be an integer from 0 to 0; got 1'],
    [0, 2 ** 32, '`seed` must be an integer from -2147483648 to 4294967295'],
  ])('rejects variant %d with seed %d', (variant, seed, message) => {
    const error = errorFrom(() => augmenter([{ name: 'gain', decibels: 1 }]).apply(clip, variant, seed));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});
