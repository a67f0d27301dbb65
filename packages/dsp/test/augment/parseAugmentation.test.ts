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
  it('returns what it was given, through JSON and back', () => {
    const parsed = parseAugmentation(complete);
    expect(parsed).toEqual(complete);
    expect(parseAugmentation(JSON.parse(JSON.stringify(parsed)))).toEqual(complete);
  });

  it('returns a copy that later changes cannot reach', () => {
    const mutable = structuredClone(complete);
    const parsed = parseAugmentation(mutable);
    mutable.variants.pop();
    expect(parsed.variants).toHaveLength(5);
  });

  it('knows every step', () => {
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
    [null, 'the description: expected an object, got `null`'],
    [[], 'the description: expected an object, got `[]`'],
    [{}, 'variants: expected a list of at least one chain of steps, got `undefined`'],
    [{ variants: [] }, 'variants: expected a list of at least one chain of steps, got `[]`'],
    [{ variants: [[]] }, 'variants[0]: expected a list of at least one step, got `[]`'],
    [
      { variants: [[{ name: 'gain', decibels: 1 }]], seed: 1 },
      'the description: `seed` is not an option. Known are variants',
    ],
  ])('refuses %j', (json, message) => {
    const error = errorFrom(() => parseAugmentation(json));
    expect(error.code).toBe('invalid-augmentation');
    expect(error.message).toContain(`Augmentation description, ${message}`);
  });

  it.each([
    [null, ': expected an object with a `name` of noise, gain, shift'],
    [{ name: 'reverb' }, ': expected an object with a `name` of noise, gain, shift'],
    [{ name: 'toString' }, 'got `{"name":"toString"}`'],
    [{ name: 'noise' }, '.snr: Expected `snr` to be a finite number >= -200 and <= 200, got `undefined`'],
    [
      { name: 'noise', snr: '10' },
      ".snr: Expected `snr` to be a finite number >= -200 and <= 200, got `'10'`",
    ],
    [
      { name: 'noise', snr: [10] },
      '.snr: Expected `snr` to be a number or [low, high] in this order, got `[10]`',
    ],
    [{ name: 'noise', snr: [20, 10] }, 'in this order, got `[20,10]`'],
    [{ name: 'noise', snr: 10, colour: 'pink' }, ': `colour` is not an option. Known are name, snr'],
    [{ name: 'timeStretch', rate: [0, 1] }, '.rate: Expected `rate` to be a finite number > 0, got `0`'],
    [{ name: 'speed', rate: 300 }, '.rate: Expected `rate` to be a finite number >= 0.00390625 and <= 256'],
    [{ name: 'pitchShift', semitones: 97 }, '.semitones: Expected `semitones` to be a finite number >= -96'],
    [{ name: 'shift', seconds: 1, mode: 'reflect' }, ": Expected `mode` to be 'wrap' or 'zeros'"],
    [{ name: 'gain', decibels: 1, mode: 'wrap' }, ': `mode` is not an option'],
    [{ name: 'channel', snr: 3 }, ': `snr` is not an option of `channel`. Known are equalizer, nKnots, tilt'],
    [{ name: 'channel', noise: 20 }, ': Expected `noise` to be an object, got `20`'],
    [
      { name: 'channel', noise: { colour: 1 } },
      ': `colour` is not an option of `noise`. Known are probability',
    ],
    [{ name: 'channel', tilt: '1' }, ": Expected `tilt` to be a finite number >= 0 and <= 2.5, got `'1'`"],
  ])('refuses the step %j', (step, message) => {
    const error = errorFrom(() => parseAugmentation({ variants: [[{ name: 'gain', decibels: 1 }, step]] }));
    expect(error.code).toBe('invalid-augmentation');
    expect(error.message).toContain('Augmentation description, variants[0][1]');
    expect(error.message).toContain(message);
  });
});
