import { DspError } from '../errors.js';
import { requireFields, shown, type Fields } from '../options/requireFields.js';
import { requireOneOf } from '../options/requireLength.js';
import type { Augmentation, AugmentationDescription } from './augmentation.js';
import { requireChannelOptions } from './channel/requireChannelOptions.js';
import { decibelBounds, semitoneBounds, speedBounds, stretchBounds } from './parameterBounds.js';
import { requireRange } from './requireRange.js';
import { shiftModes } from './shiftTime.js';

/** What each step of one parameter draws, within which bounds. */
const parameters = {
  noise: { parameter: 'snr', bounds: decibelBounds },
  gain: { parameter: 'decibels', bounds: decibelBounds },
  shift: { parameter: 'seconds', bounds: {} },
  timeStretch: { parameter: 'rate', bounds: stretchBounds },
  pitchShift: { parameter: 'semitones', bounds: semitoneBounds },
  speed: { parameter: 'rate', bounds: speedBounds },
} as const satisfies Record<Exclude<Augmentation['name'], 'channel'>, { parameter: string; bounds: object }>;

/** Names a step of an augmentation may have. */
export const augmentationNames = [...Object.keys(parameters), 'channel'] as readonly Augmentation['name'][];

/**
 * Checks an augmentation description read from JSON and returns it typed.
 *
 * @throws {SerError} `invalid-augmentation` saying where the description is wrong and how to mend it
 *
 * @example
 * parseAugmentation({ variants: [[{ name: 'noise', snr: [10, 20] }], [{ name: 'pitchShift', semitones: 2 }]] });
 */
export function parseAugmentation(json: unknown): AugmentationDescription {
  const { variants } = requireFields(json, 'the description', ['variants'], refuse);
  requireList(variants, 'variants', 'chain of steps').forEach((chain, i) => {
    requireList(chain, `variants[${i}]`, 'step').forEach((step, k) =>
      requireStep(step, `variants[${i}][${k}]`),
    );
  });
  return structuredClone(json) as AugmentationDescription;
}

function requireList(value: unknown, where: string, item: string): readonly unknown[] {
  if (Array.isArray(value) && value.length > 0) return value;
  refuse(where, `expected a list of at least one ${item}, got ${shown(value)}`);
}

function requireStep(value: unknown, where: string): void {
  const name: unknown = (value as Fields | null | undefined)?.['name'];
  if (!isAugmentationName(name)) {
    refuse(
      where,
      `expected an object with a \`name\` of ${augmentationNames.join(', ')}, got ${shown(value)}`,
    );
  }
  if (name === 'channel') {
    const options = Object.entries(value as Fields).filter(([key]) => key !== 'name');
    return rewording(where, () => requireChannelOptions(Object.fromEntries(options)));
  }
  const { parameter, bounds } = parameters[name];
  const known = ['name', parameter, ...(name === 'shift' ? ['mode'] : [])];
  const fields = requireFields(value, where, known, refuse);
  rewording(`${where}.${parameter}`, () => requireRange(parameter, fields[parameter], bounds));
  if (fields['mode'] !== undefined) rewording(where, () => requireOneOf('mode', fields['mode'], shiftModes));
}

function isAugmentationName(name: unknown): name is Augmentation['name'] {
  return augmentationNames.some((known) => known === name);
}

/** The bounds are the functions' own; here their errors also say where in the description it is. */
function rewording(where: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof DspError) refuse(where, error.message.replace(/\.$/, ''), error);
    throw error;
  }
}

function refuse(where: string, what: string, cause?: unknown): never {
  throw new DspError('invalid-augmentation', `Augmentation description, ${where}: ${what}.`, { cause });
}
