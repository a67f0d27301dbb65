import { invalidOption, requireOneOf } from '@ser/core';
import { type Fields, requireFields } from '../options/requireFields.js';
import { wrapErrors } from '../options/wrapErrors.js';
import type { Augmentation, AugmentationDescription } from './augmentation.js';
import { requireChannelOptions } from './channel/requireChannelOptions.js';
import { decibelBounds, semitoneBounds, speedBounds } from './parameterBounds.js';
import { requireRange } from './requireRange.js';
import { shiftModes } from './shiftTime.js';

/** The parameter of each step that has one, and its bounds. */
const parameters = {
  noise: { parameter: 'snr', bounds: decibelBounds },
  gain: { parameter: 'decibels', bounds: decibelBounds },
  shift: { parameter: 'seconds', bounds: {} },
  timeStretch: { parameter: 'rate', bounds: speedBounds },
  pitchShift: { parameter: 'semitones', bounds: semitoneBounds },
  speed: { parameter: 'rate', bounds: speedBounds },
} as const satisfies Record<Exclude<Augmentation['name'], 'channel'>, { parameter: string; bounds: object }>;

/** The names of all steps that an augmentation can have. */
export const augmentationNames = [...Object.keys(parameters), 'channel'] as readonly Augmentation['name'][];

/**
 * Checks an augmentation description read from JSON and returns it typed.
 *
 * @returns a copy of the description
 * @throws {SerError} `invalid-augmentation` with the place in the description, and how to fix it
 *
 * @example
 * parseAugmentation({ variants: [[{ name: 'noise', snr: [10, 20] }], [{ name: 'pitchShift', semitones: 2 }]] });
 */
export function parseAugmentation(json: unknown): AugmentationDescription {
  return wrapErrors('invalid-augmentation', 'Augmentation', () => {
    const { variants } = requireFields('augmentation', json, ['variants']);
    requireList('variants', variants, 'chain of steps').forEach((chain, i) => {
      requireList(`variants[${i}]`, chain, 'step').forEach((step, k) =>
        requireStep(step, `variants[${i}][${k}]`),
      );
    });
    return structuredClone(json) as AugmentationDescription;
  });
}

function requireList(name: string, value: unknown, item: string): readonly unknown[] {
  if (Array.isArray(value) && value.length > 0) return value;
  throw invalidOption(name, `a list of at least one ${item}`, value);
}

function requireStep(value: unknown, where: string): void {
  const name: unknown = (value as Fields | null | undefined)?.['name'];
  if (!isAugmentationName(name)) {
    throw invalidOption(where, `an object with a \`name\` of ${augmentationNames.join(', ')}`, value);
  }
  wrapErrors('invalid-augmentation', `Augmentation, ${where}`, () =>
    requireParameters(name, value as Fields),
  );
}

function requireParameters(name: Augmentation['name'], step: Fields): void {
  if (name === 'channel') {
    const options = Object.entries(step).filter(([key]) => key !== 'name');
    return requireChannelOptions(Object.fromEntries(options));
  }
  const { parameter, bounds } = parameters[name];
  const known = ['name', parameter, ...(name === 'shift' ? ['mode'] : [])];
  const fields = requireFields(name, step, known);
  requireRange(parameter, fields[parameter], bounds);
  if (fields['mode'] !== undefined) requireOneOf('mode', fields['mode'], shiftModes);
}

function isAugmentationName(name: unknown): name is Augmentation['name'] {
  return augmentationNames.some((known) => known === name);
}
