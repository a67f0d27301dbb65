import { describe, expect, it } from 'vitest';
import { augmentationNames, parseAugmentation } from '../../src/augment/parseAugmentation.js';
import { errorFrom } from '../helpers/errorFrom.js';

const complete = {
  variants: [
    [{ name: 'noise', snr: [10, 30] }],
    [
      { name: 'shift', seconds: [-0.2, 0.2], mode: 'zeros' },
      { name: 'gain', decibels: -3 },
    ],
    [
      { name: 'timeStretch', rate: [0.8, 1.2] },
      { name: 'pitchShift', semitones: [-2, 2] },
    ],
    [{ name: 'speed', rate: 1.1 }],
    [{ name: 'channel', equalizer: 3, noise: { snr: [5, 20] } }],
  ],
};

describe('parseAugmentation', () => {
  it('returns an equal description, also after a round trip through JSON', () => {
    const parsed = parseAugmentation(complete);
    expect(parsed).toEqual(complete);
    expect(parseAugmentation(JSON.parse(JSON.stringify(parsed)))).toEqual(complete);
  });

  it('returns a copy', () => {
    const mutable = structuredClone(complete);
    const parsed = parseAugmentation(mutable);
    mutable.variants.pop();
    expect(parsed.variants).toHaveLength(5);
  });

  it('lists every step', () => {
    expect(augmentationNames).toEqual([
      'noise',
      'gain',
      'shift',
      'timeStretch',
      'pitchShift',
      'speed',
      'channel',
    ]);
  });

  it.each([
    [null, '`augmentation` must be an object; got null.'],
    [[], '`augmentation` must be an object; got [].'],
    [{}, '`variants` must be a list of at least one chain of steps; got undefined.'],
    [{ variants: [] }, '`variants` must be a list of at least one chain of steps; got [].'],
    [{ variants: [[]] }, '`variants[0]` must be a list of at least one step; got [].'],
    [
      { variants: [[{ name: 'gain', decibels: 1 }]], seed: 1 },
      '`augmentation.seed` is not an option. Use one of variants.',
    ],
  ])('rejects %j', (json, message) => {
    const error = errorFrom(() => parseAugmentation(json));
    expect(error.code).toBe('invalid-augmentation');
    expect(error.message).toBe(`Augmentation: ${message}`);
  });

  it.each([
    [null, 'must be an object with a `name` of noise, gain, shift'],
    [{ name: 'reverb' }, 'must be an object with a `name` of noise, gain, shift'],
    [{ name: 'toString' }, 'got {"name":"toString"}'],
    [{ name: 'noise' }, ': `snr` must be a finite number from -200 to 200; got undefined'],
    [{ name: 'noise', snr: '10' }, ": `snr` must be a finite number from -200 to 200; got '10'"],
    [{ name: 'noise', snr: [10] }, ': `snr` must be a number or [low, high] with low at most high; got [10]'],
    [{ name: 'noise', snr: [20, 10] }, 'with low at most high; got [20,10]'],
    [{ name: 'noise', snr: 10, color: 'pink' }, ': `noise.color` is not an option. Use one of name, snr.'],
    [{ name: 'timeStretch', rate: [0, 1] }, ': `rate` must be a finite number from 0.00390625 to 256; got 0'],
    [{ name: 'speed', rate: 300 }, ': `rate` must be a finite number from 0.00390625 to 256; got 300'],
    [{ name: 'pitchShift', semitones: 97 }, ': `semitones` must be a finite number from -96 to 96; got 97'],
    [{ name: 'shift', seconds: 1, mode: 'reflect' }, ": `mode` must be one of 'wrap', 'zeros'"],
    [{ name: 'gain', decibels: 1, mode: 'wrap' }, ': `gain.mode` is not an option'],
    [{ name: 'channel', snr: 3 }, ': `channel.snr` is not an option. Use one of equalizer, nKnots, tilt'],
    [{ name: 'channel', noise: 20 }, ': `noise` must be an object; got 20'],
    [
      { name: 'channel', noise: { color: 1 } },
      ': `noise.color` is not an option. Use one of probability, snr, exponent.',
    ],
    [{ name: 'channel', tilt: '1' }, ": `tilt` must be a finite number from 0 to 2.5; got '1'"],
  ])('rejects the step %j', (step, message) => {
    const error = errorFrom(() => parseAugmentation({ variants: [[{ name: 'gain', decibels: 1 }, step]] }));
    expect(error.code).toBe('invalid-augmentation');
    expect(error.message).toMatch(/^Augmentation(, |: `)variants\[0\]\[1\]/);
    expect(error.message).toContain(message);
  });
});
