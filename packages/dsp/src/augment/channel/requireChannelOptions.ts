import { DspError } from '../../errors.js';
import { shown, type Fields } from '../../options/requireFields.js';
import { requireInteger, requireNumber, type Bounds } from '../../options/requireLength.js';
import { bandEdgeBounds, decibelBounds, exponentBounds, reverberationBounds } from '../parameterBounds.js';
import { requireRange } from '../requireRange.js';
import type { ChannelPart } from './channelOptions.js';

/** What is drawn evenly for each part, and within which bounds. */
const ranges = {
  lowPass: bandEdgeBounds,
  highPass: bandEdgeBounds,
  reverberation: reverberationBounds,
  noise: { snr: decibelBounds, exponent: exponentBounds },
} as const satisfies Record<ChannelPart, Record<string, Bounds>>;

const parts = Object.keys(ranges) as readonly ChannelPart[];

/** Names of the options, in the order of the documentation. */
const channelOptionNames = ['equaliser', 'nKnots', 'tilt', ...parts] as const;

/**
 * Checks the options, from JSON as well.
 *
 * @throws {SerError} `invalid-option` naming the option: `noise.snr`
 */
export function requireChannelOptions(options: unknown): void {
  const fields = requireObject(options, 'channel', channelOptionNames);
  const { equaliser, nKnots, tilt } = fields;
  if (equaliser !== undefined) requireNumber('equaliser', equaliser, { min: 0, max: 20 });
  if (nKnots !== undefined) requireInteger('nKnots', nKnots, { min: 2, max: 64 });
  if (tilt !== undefined) requireNumber('tilt', tilt, { min: 0, max: 2.5 });
  for (const part of parts) if (fields[part] !== undefined) requirePart(part, fields[part]);
}

function requirePart(part: ChannelPart, value: unknown): void {
  const bounds = Object.entries(ranges[part]);
  const fields = requireObject(value, part, ['probability', ...bounds.map(([name]) => name)]);
  if (fields['probability'] !== undefined) {
    requireNumber(`${part}.probability`, fields['probability'], { min: 0, max: 1 });
  }
  for (const [name, bound] of bounds) {
    if (fields[name] !== undefined) requireRange(`${part}.${name}`, fields[name], bound);
  }
}

function requireObject(value: unknown, name: string, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse(`Expected \`${name}\` to be an object, got ${shown(value)}.`);
  }
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    refuse(`\`${unknown}\` is not an option of \`${name}\`. Known are ${known.join(', ')}.`);
  }
  return value as Fields;
}

function refuse(message: string): never {
  throw new DspError('invalid-option', message);
}
