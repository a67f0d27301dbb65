import { DspError } from '../errors.js';
import { requireNumber, requireOneOf } from '../requireOption.js';
import type { Augmentation, AugmentationDescription } from './augmentation.js';
import { requireChannelOptions } from './channel/requireChannelOptions.js';
import { decibelBounds, semitoneBounds, speedBounds, stretchBounds } from './parameterBounds.js';
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
 * @throws {DspError} `invalid-augmentation` saying where the description is wrong and how to mend it
 *
 * @example
 * parseAugmentation({ variants: [[{ name: 'noise', snr: [10, 20] }], [{ name: 'pitchShift', semitones: 2 }]] });
 */
export function parseAugmentation(json: unknown): AugmentationDescription {
  const { variants } = requireFields(json, 'the description', ['variants']);
  requireList(variants, 'variants', 'chain of steps').forEach((chain, i) => {
    requireList(chain, `variants[${i}]`, 'step').forEach((step, k) =>
      requireStep(step, `variants[${i}][${k}]`),
    );
  });
  return structuredClone(json) as AugmentationDescription;
}

type Fields = Readonly<Record<string, unknown>>;

function requireFields(value: unknown, where: string, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse(where, `expected an object, got ${shown(value)}`);
  }
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) refuse(where, `\`${unknown}\` is not an option. Known are ${known.join(', ')}`);
  return value as Fields;
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
  const fields = requireFields(value, where, known);
  requireRange(fields[parameter], `${where}.${parameter}`, (end) => requireNumber(parameter, end, bounds));
  if (fields['mode'] !== undefined) rewording(where, () => requireOneOf('mode', fields['mode'], shiftModes));
}

function isAugmentationName(name: unknown): name is Augmentation['name'] {
  return augmentationNames.some((known) => known === name);
}

function requireRange(value: unknown, where: string, requireEnd: (end: unknown) => void): void {
  const ends: readonly unknown[] = Array.isArray(value) ? value : [value, value];
  if (ends.length !== 2) refuse(where, `expected a number or [low, high], got ${shown(value)}`);
  rewording(where, () => ends.forEach(requireEnd));
  const [low, high] = ends as readonly [number, number];
  if (low > high) refuse(where, `expected [low, high] in this order, got ${shown(value)}`);
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

function shown(value: unknown): string {
  return `\`${value === undefined ? 'undefined' : JSON.stringify(value)}\``;
}
